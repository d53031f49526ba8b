import { shareAbove } from './quantiles.ts';
import type { TrendClass } from './trend-forecast.ts';
import { TREND_CLASSES } from './trend-forecast.ts';

/** A change of more than this is rising, of less than minus this falling. */
const CLASS_THRESHOLD = 0.15;
/** A class is said from this chance on. */
const ISSUE_PROBABILITY = 0.7;

/** The class of a change that came true. */
export function classOfChange(change: number): TrendClass {
  if (change > CLASS_THRESHOLD) return 'rising';
  return change < -CLASS_THRESHOLD ? 'falling' : 'flat';
}

/** Chances of each class when (c - change) / scale is spread as the quantiles are. */
export function classProbabilities(change: number, scale: number, quantiles: readonly number[]): Record<TrendClass, number> {
  const rising = shareAbove(quantiles, (CLASS_THRESHOLD - change) / scale);
  const falling = 1 - shareAbove(quantiles, (-CLASS_THRESHOLD - change) / scale);
  return { rising, flat: Math.max(0, 1 - rising - falling), falling };
}

export function issuedClass(probabilities: Readonly<Record<TrendClass, number>>): TrendClass | 'uncertain' {
  return TREND_CLASSES.find((name) => probabilities[name] >= ISSUE_PROBABILITY) ?? 'uncertain';
}
