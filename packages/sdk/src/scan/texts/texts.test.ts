import { REFUSAL_REASONS } from '@vua/models/body';
import { describe, expect, it } from 'vitest';
import { FRAME_HINTS } from '../../inference/frame-reading.ts';
import { SDK_ERROR_CODES } from '../../sdk-error.ts';
import { SCAN_STEPS } from '../scan-state.ts';
import { LOCALES } from './locale.ts';
import { texts } from './texts.ts';

function leaves(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

describe.each(LOCALES)('texts in %s', (locale) => {
  const words = texts(locale);

  it('are there for every step, hint and fault', () => {
    expect(Object.keys(words.steps).sort()).toEqual([...SCAN_STEPS].sort());
    expect(Object.keys(words.hints).sort()).toEqual([...FRAME_HINTS].sort());
    expect(Object.keys(words.refusals).sort()).toEqual([...REFUSAL_REASONS].sort());
    expect(Object.keys(words.faults).sort()).toEqual([...SDK_ERROR_CODES].sort());
  });

  it('are sentences: not empty, composed characters, short enough to be spoken', () => {
    const bad = leaves(words).filter(([, text]) => text.length < 3 || text.trim() !== text || text.normalize('NFC') !== text);
    const long = [...Object.values(words.steps), ...Object.values(words.hints)].filter((text) => text.length > 70);
    expect({ bad, long }).toEqual({ bad: [], long: [] });
  });
});

it('both languages say the same things', () => {
  expect(leaves(texts('vi')).map(([path]) => path).sort()).toEqual(leaves(texts('en')).map(([path]) => path).sort());
});
