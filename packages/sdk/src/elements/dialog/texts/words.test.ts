import { describe, expect, it } from 'vitest';
import { DIALOG_TEXTS_EN } from './dialog-texts-en.ts';
import { DIALOG_TEXTS_VI } from './dialog-texts-vi.ts';
import { fill, wordsOf } from './words.ts';

function leaves(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) => leaves(part, `${path}.${key}`));
}

const slots = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('the dialog\'s texts', () => {
  const [vi, en] = [leaves(DIALOG_TEXTS_VI), leaves(DIALOG_TEXTS_EN)];

  it('say the same things in both languages, with the same values in them', () => {
    expect(vi.map(([path]) => path).sort()).toEqual(en.map(([path]) => path).sort());
    const english = new Map(en);
    for (const [path, text] of vi) expect([path, slots(text)]).toEqual([path, slots(english.get(path) ?? '')]);
  });

  it('are never empty', () => {
    expect([...vi, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('write numbers as the language does', () => {
    expect([wordsOf('vi').fineCm(1.25), wordsOf('en').fineCm(1.25)]).toEqual(['1,3', '1.3']);
    expect([wordsOf('vi').cm(-0.4), wordsOf('vi').cm(-1.4)]).toEqual(['0', '-1']);
    expect([0, 0.876, 0.999].map(wordsOf('vi').percent)).toEqual(['<1%', '88%', '>99%']);
    expect(fill('{a} of {b}', { a: '1' })).toBe('1 of {b}');
  });
});
