import { expect, it } from 'vitest';
import { lengthGroups } from './length-groups.ts';

const question = (length: number) => ({ history: { items: new Int32Array(length), sides: {} }, target: 0 });

it('lengthGroups averages each method over histories of like length', () => {
  expect(lengthGroups([question(1), question(3), question(4), question(500)], { a: Float64Array.of(1, 1, Infinity, 3), b: Float64Array.of(11, 1, 1, 1) })).toEqual({
    '0-1': { n: 1, ndcg10: { a: 1, b: 0 } }, '2-4': { n: 2, ndcg10: { a: 0.5, b: 1 } }, '200+': { n: 1, ndcg10: { a: 0.5, b: 1 } },
  });
});
