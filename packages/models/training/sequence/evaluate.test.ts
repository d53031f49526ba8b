import { createPopularity, topItems } from '@vua/models/sequence';
import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { rankTarget } from './rank-target.ts';
import { scoreEach } from './score-each.ts';

const history = (...items: number[]) => ({ items: Int32Array.from(items), sides: {} });
const scores = Float32Array.of(5, 4, 4, 4, 1);

describe('rankTarget', () => {
  it('lets ties count against us, and leaves out what is excluded', () => {
    expect(rankTarget(scores, 2, new Set())).toBe(4);
    expect(rankTarget(scores, 2, new Set([0, 1]))).toBe(2);
    expect(rankTarget(scores, 0, new Set([0]))).toBe(1);
    expect(rankTarget(scores, 1, new Set(), Int32Array.of(0, 4))).toBe(2);
  });

  it('gives no rank to an item it does not know, nor to no number, and no advantage over one', () => {
    expect(rankTarget(scores, -1, new Set())).toBe(Infinity);
    expect(rankTarget(Float32Array.of(NaN, 1), 0, new Set())).toBe(Infinity);
    expect(rankTarget(Float32Array.of(NaN, 1), 1, new Set())).toBe(2);
  });
});

it('topItems gives the best first, equal ones by number', () => {
  const numbersOf = (...given: Parameters<typeof topItems>): readonly number[] => topItems(...given).map(({ item }) => item);
  expect(numbersOf(scores, 3, (item) => item === 0)).toEqual([1, 2, 3]);
  expect(numbersOf(Float32Array.of(1, 3, 2, 3), 2)).toEqual([1, 3]);
});

describe('evaluate', () => {
  const popularity = scoreEach(createPopularity(Float32Array.of(4, 3, 2, 1)), 4);
  const cases = [{ history: history(0), target: 1 }, { history: history(1), target: 2 }, { history: history(3), target: -1 }];

  it('gives figures by hand', async () => {
    const { figures, ranks } = await evaluate(cases, popularity, 'full', Float32Array.of(4, 3, 2, 1));
    expect([...ranks]).toEqual([1, 2, Infinity]);
    expect(figures.ndcg10).toBeCloseTo((1 + 1 / Math.log2(3)) / 3, 10);
    expect(figures.hr10).toBeCloseTo(2 / 3, 10);
    expect(figures.mrr20).toBeCloseTo(0.5, 10);
    expect(figures.coverage).toBe(1);
  });

  it('filters nothing for prefixes of another file, and ranks among drawn items where asked', async () => {
    expect([...(await evaluate(cases, popularity, 'unfiltered', Float32Array.of(4, 3, 2, 1))).ranks]).toEqual([2, 3, Infinity]);
    const wide = scoreEach((_history, into) => into.forEach((_, item) => { into[item] = item; }), 1000);
    const { ranks } = await evaluate([{ history: history(5), target: 500 }], wide, 'sampled', new Float32Array(1000).fill(1), 7);
    expect(ranks[0]).toBeGreaterThan(25);
    expect(ranks[0]).toBeLessThan(76);
  });

  it('measures how unequal items share the lists', async () => {
    const one = await evaluate(Array.from({ length: 5 }, () => ({ history: history(), target: 0 })), scoreEach(createPopularity(Float32Array.from({ length: 40 }, (_, k) => 40 - k)), 40), 'full', new Float32Array(40).fill(1));
    expect(one.figures).toMatchObject({ coverage: 0.25, novelty: expect.closeTo(Math.log2(40), 5) as number, gini: expect.closeTo(0.75, 5) as number, popularityLift: expect.closeTo(1, 5) as number, coldShare: 1 });
  });
});
