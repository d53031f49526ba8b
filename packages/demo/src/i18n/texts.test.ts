import { expect, it } from 'vitest';
import { TEXTS } from './texts.ts';

it('says everything in both languages', () => {
  expect(Object.keys(TEXTS.en).sort()).toEqual(Object.keys(TEXTS.vi).sort());
  expect(Object.values(TEXTS.en)).not.toContain('');
  expect(Object.values(TEXTS.vi)).not.toContain('');
});
