import { atLeast, atMost, GATE_LIMITS, type GateLimits, type GateReason } from './gate-limits.ts';

/** What became of a version's lists. */
export interface ShownFigures {
  /** Lists that were shown. */
  readonly shows: number;
  readonly clicks: number;
  /** Different items, of the same number of lists for both versions. */
  readonly items: number;
  /** How unequal items share these lists: 0 all alike, towards 1 one has all. */
  readonly gini: number;
}

export type CanaryVerdict =
  /** Too few lists on one side. */
  | { readonly verdict: 'wait' }
  | { readonly verdict: 'keep' }
  | { readonly verdict: 'roll-back'; readonly reasons: readonly GateReason[] };

/** Whether a canary may go on. Ending it well is a person's decision: nothing here activates it. */
export function judgeCanary(canary: ShownFigures, live: ShownFigures, limits: GateLimits = GATE_LIMITS): CanaryVerdict {
  if (Math.min(canary.shows, live.shows) < limits.leastShows) return { verdict: 'wait' };
  const reasons = [
    ...atLeast('clicks-fell', canary.clicks / canary.shows, lowestRate(canary, live, limits.clickErrors)),
    ...atLeast('coverage-fell', canary.items, live.items * (1 - limits.coverageLoss)),
    ...atMost('gini-rose', canary.gini, live.gini + limits.giniRise),
  ];
  return reasons.length === 0 ? { verdict: 'keep' } : { verdict: 'roll-back', reasons };
}

/** Click rate below which chance alone would seldom bring a canary that is as good: one standard error is that of the difference of two shares under one common rate. */
function lowestRate(canary: ShownFigures, live: ShownFigures, errors: number): number {
  const rate = Math.min(1, (canary.clicks + live.clicks) / (canary.shows + live.shows));
  return live.clicks / live.shows - errors * Math.sqrt(rate * (1 - rate) * (1 / canary.shows + 1 / live.shows));
}
