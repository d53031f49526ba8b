import { gainAt10 } from './evaluate.ts';

/** How much better one method is than another on the same questions. */
export interface PairedGain {
  /** Difference of NDCG@10. */
  readonly ndcg10: number;
  /** Of that difference, over questions: the interval of 95 % is twice as wide to each side. */
  readonly standardError: number;
}

/** @param ours and `theirs`: ranks in the order of the questions */
export function pairedGain(ours: Float64Array, theirs: Float64Array): PairedGain {
  const differences = ours.map((rank, k) => gainAt10(rank) - gainAt10(theirs[k] ?? Infinity));
  const n = Math.max(differences.length, 1);
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / n;
  const variance = differences.reduce((sum, difference) => sum + (difference - mean) ** 2, 0) / Math.max(n - 1, 1);
  return { ndcg10: mean, standardError: Math.sqrt(variance / n) };
}
