import { expect, it } from 'vitest';
import { keepLanguage, readLanguage, type LanguageStorage } from './language.ts';

function memory(): LanguageStorage {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

it('is Vietnamese unless the shopper said otherwise', () => {
  expect(readLanguage('', undefined)).toBe('vi');
  expect(readLanguage('?lang=fr', memory())).toBe('vi');
  expect(readLanguage('?lang=en', undefined)).toBe('en');
});

it('keeps the choice, and the address goes before it', () => {
  const storage = memory();
  keepLanguage('en', storage);
  expect(readLanguage('', storage)).toBe('en');
  expect(readLanguage('?lang=vi', storage)).toBe('vi');
});
