import type { TrendAttribute } from '@vua/models/contracts';
import { expect, it } from 'vitest';
import { TREND_TEXTS } from '../texts/console-texts.ts';
import { createTagNames } from './tag-names.ts';

const ATTRIBUTES: readonly TrendAttribute[] = [
  { id: 'colour:beige', kind: 'colour', label: { vi: 'be', en: 'beige' } }, { id: 'fabric:silk', kind: 'fabric', label: { vi: 'lụa', en: 'silk' } },
  { id: 'pattern:floral', kind: 'pattern', label: { vi: 'họa tiết hoa', en: 'floral' } }, { id: 'silhouette:slim-fit', kind: 'silhouette', label: { vi: 'dáng ôm', en: 'slim fit' } },
];
const namesIn = (language: 'vi' | 'en') => createTagNames(new Map(ATTRIBUTES.map((one) => [one.id, one])), language, TREND_TEXTS[language].kinds);

it.each([
  ['vi', 'colour:beige', 'be (màu)'], ['vi', 'pattern:floral', 'họa tiết hoa'], ['vi', 'silhouette:slim-fit', 'dáng ôm'], ['vi', 'váy midi', 'váy midi'],
  ['en', 'colour:beige', 'beige (colour)'], ['en', 'pattern:floral', 'floral (pattern)'], ['en', 'colour:unheard', 'colour:unheard'],
] as const)('in %s, %s is called %s', (language, tag, name) => {
  expect(namesIn(language).nameOf(tag)).toBe(name);
});

it('finds each attribute by its name again', () => {
  for (const language of ['vi', 'en'] as const) for (const { id } of ATTRIBUTES) expect(namesIn(language).tagOf(namesIn(language).nameOf(id).toUpperCase(), [])).toBe(id);
});

it('takes a word alone for an attribute only where that was seen, and no tag has this name', () => {
  const { tagOf } = namesIn('vi');
  expect(tagOf(' Lụa ', ['fabric:silk'])).toBe('fabric:silk');
  expect(tagOf('lụa', ['fabric:silk', 'lụa'])).toBe('lụa');
  expect(tagOf('lụa', [])).toBe('lụa');
  expect(tagOf('linen', ['fabric:silk'])).toBe('linen');
});
