import { describe, expect, it } from 'vitest';
import { BIGRAM, CO_VISITATION, createFollower } from './follow-transitions.ts';
import { toScoreItems } from '../score-items.ts';
import { countItems, createPopularity } from './popularity.ts';
import { countTransitions, pruneTransitions } from './transitions.ts';

const sequences = [[0, 1, 2, 1], [0, 2, 3]].map((items) => Int32Array.from(items));

function rowsOf({ starts, followers, weights }: ReturnType<typeof countTransitions>): Record<number, number>[] {
  return Array.from({ length: starts.length - 1 }, (_, item) => Object.fromEntries(
    Array.from(followers.slice(starts[item], starts[item + 1]), (follower, k) => [follower, weights[(starts[item] ?? 0) + k] ?? 0]),
  ));
}

describe('countTransitions', () => {
  it('counts what came after, in order, by 1 / distance', () => {
    expect(rowsOf(countTransitions(sequences, 4, 2))).toEqual([{ 1: 1, 2: 1.5, 3: 0.5 }, { 1: 0.5, 2: 1 }, { 1: 1, 3: 1 }, {}]);
    expect(rowsOf(countTransitions(sequences, 4, 1))).toEqual([{ 1: 1, 2: 1 }, { 2: 1 }, { 1: 1, 3: 1 }, {}]);
  });

  it('is cut to the pairs that are worth most, of equals the first', () => {
    const whole = countTransitions(sequences, 4, 2);
    expect(rowsOf(pruneTransitions(whole, 3, (_item, _follower, weight) => weight))).toEqual([{ 1: 1, 2: 1.5 }, { 2: 1 }, {}, {}]);
    expect(rowsOf(pruneTransitions(whole, 2, (item) => item))).toEqual([{}, {}, { 1: 1, 3: 1 }, {}]);
    expect(rowsOf(pruneTransitions(whole, 99, () => 1))).toEqual(rowsOf(whole));
  });
});

describe('scorers', () => {
  const counts = countItems(sequences, 4);
  const score = (scorer: ReturnType<typeof createPopularity>, ...items: number[]): number[] => {
    const scores = new Float32Array(4).fill(9);
    scorer({ items: Int32Array.from(items), sides: {} }, scores);
    return [...scores];
  };

  it('popularity is the same for everybody', () => {
    expect(score(createPopularity(counts), 3)).toEqual([2, 2, 2, 1]);
  });

  it('a bigram knows the last item only', () => {
    expect(score(toScoreItems(createFollower(countTransitions(sequences, 4, 1), counts, BIGRAM)), 0, 2)).toEqual([0, 1, 0, 1]);
    expect(score(toScoreItems(createFollower(countTransitions(sequences, 4, 1), counts, BIGRAM)))).toEqual([0, 0, 0, 0]);
  });

  it('co-visitation adds up the last steps, older ones for less', () => {
    const [zero = NaN, one = NaN, two = NaN, three = NaN] = score(toScoreItems(createFollower(countTransitions(sequences, 4, 5), counts, CO_VISITATION)), 0, 2);
    const [common, rare] = [2 ** -0.25, 1];
    const root = 2 ** -CO_VISITATION.sourcePower;
    expect([zero, one, two, three].map((value) => value.toFixed(5))).toEqual([
      0, root * common * (1 + 0.8 * (1 + 1 / 3)), root * common * 0.8 * 1.5, root * rare * (1 + 0.8 * 0.5),
    ].map((value) => value.toFixed(5)));
  });
});
