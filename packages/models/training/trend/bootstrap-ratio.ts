import type { Random } from '../body/random.ts';

const ROUNDS = 2000;

/** A case's share of a ratio of sums, such as its right tags of all its tags. */
export interface RatioPart {
  readonly part: number;
  readonly whole: number;
}

export interface RatioFigures {
  /** Sum of parts over sum of wholes; NaN of no whole. */
  readonly ratio: number;
  /** Where it lies in 95 % of drawings of cases with replacement. */
  readonly low: number;
  readonly high: number;
  /** Sum of wholes. */
  readonly count: number;
}

export function bootstrapRatio(cases: readonly RatioPart[], random: Random): RatioFigures {
  const ratioOf = (drawn: readonly RatioPart[]): number => drawn.reduce((sum, { part }) => sum + part, 0) / drawn.reduce((sum, { whole }) => sum + whole, 0);
  const ratios = Array.from({ length: ROUNDS }, () => ratioOf(cases.map(() => cases[Math.floor(random() * cases.length)] ?? { part: 0, whole: 0 }))).filter(Number.isFinite).sort((a, b) => a - b);
  const at = (share: number): number => ratios[Math.floor(share * (ratios.length - 1))] ?? NaN;
  return { ratio: ratioOf(cases), low: at(0.025), high: at(0.975), count: cases.reduce((sum, { whole }) => sum + whole, 0) };
}
