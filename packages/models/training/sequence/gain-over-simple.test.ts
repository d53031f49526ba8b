import { expect, it } from 'vitest';
import { gainOverSimple } from './gain-over-simple.ts';

const FAR = Infinity;
const ranks = {
  popularity: Float64Array.of(FAR, FAR, FAR, FAR), bigram: Float64Array.of(1, FAR, FAR, FAR), coVisitation: Float64Array.of(FAR, 1, 1, FAR), vsknn: Float64Array.of(FAR, FAR, FAR, FAR),
  shipped: Float64Array.of(1, 1, 1, FAR),
};

it('compares with the simple method that is best on the questions that count', () => {
  expect(gainOverSimple(ranks)).toEqual({ n: 4, over: 'coVisitation', overNdcg10: 0.5, ndcg10: 0.25, standardError: 0.25 });
  expect(gainOverSimple(ranks, (place) => place === 0)).toEqual({ n: 1, over: 'bigram', overNdcg10: 1, ndcg10: 0, standardError: 0 });
});

it('is nothing where no question counts', () => {
  expect(gainOverSimple(ranks, () => false)).toMatchObject({ n: 0, ndcg10: 0, overNdcg10: 0 });
});
