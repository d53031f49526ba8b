import { expect, it } from 'vitest';
import { TREND_TEXTS } from './console-texts.ts';

/** Stands for every word and every set of words that a text is given. */
const GIVEN = {
  toString: () => 'x', historyWeeks: 'x', missing: 'x', zeros: 'x', ageWeeks: 'x', week: 'x', seenFrom: 'x', seenTo: 'x', last: 'x', ahead: 'x', end: 'x', narrow: 'x',
};

/** Every text by its path. */
function textsOf(value: unknown, path = ''): Readonly<Record<string, string>> {
  if (typeof value === 'string') return { [path]: value };
  if (typeof value === 'function') return { [path]: String((value as (...given: unknown[]) => unknown)(...Array.from({ length: value.length }, () => GIVEN))) };
  return Object.fromEntries(Object.entries(value as object).flatMap(([name, part]) => Object.entries(textsOf(part, `${path}/${name}`))));
}

it('says everything in both languages, and nothing but names alike', () => {
  const [vi, en] = [textsOf(TREND_TEXTS.vi), textsOf(TREND_TEXTS.en)];
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  for (const [path, text] of [...Object.entries(vi), ...Object.entries(en)]) expect(text, path).toMatch(/^(?!.*undefined).*\S/);
  expect(Object.keys(vi).filter((path) => vi[path] === en[path])).toEqual(['/sources/instagram', '/sources/pinterest']);
});
