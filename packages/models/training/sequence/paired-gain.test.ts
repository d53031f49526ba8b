import { expect, it } from 'vitest';
import { pairedGain } from './paired-gain.ts';

it('pairedGain is the mean difference over the same questions, with its error', () => {
  expect(pairedGain(Float64Array.of(1, 1, 3, 20), Float64Array.of(1, Infinity, 3, 20))).toEqual({ ndcg10: 0.25, standardError: 0.25 });
  expect(pairedGain(Float64Array.of(2), Float64Array.of(2))).toEqual({ ndcg10: 0, standardError: 0 });
});
