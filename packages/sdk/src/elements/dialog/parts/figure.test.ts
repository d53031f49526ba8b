import { describe, expect, it } from 'vitest';
import { smoothPath } from './smooth-path.ts';
import { spread } from './spread.ts';

describe('drawing', () => {
  it('a curve goes through its points', () => {
    expect(smoothPath([[0, 0], [6, 0], [12, 6]])).toBe('C1 0 4 -1 6 0C8 1 11 5 12 6');
    expect(smoothPath([[1, 1]])).toBe('');
  });

  it('labels keep their order and their distance', () => {
    expect(spread([100, 104, 200], 30)).toEqual([100, 130, 200]);
    expect(spread([200, 100, 110], 30)).toEqual([200, 100, 130]);
    expect(spread([], 30)).toEqual([]);
  });
});
