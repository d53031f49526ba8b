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

/** What shoppers' doings say of a version. */
export type ShownVerdict =
  /** Too few lists on one side. */
  | { readonly verdict: 'wait' }
  /** None of its lists was shown, and enough of the other's. */
  | { readonly verdict: 'unseen' }
  /** Not worse. */
  | { readonly verdict: 'keep' }
  | { readonly verdict: 'roll-back'; readonly reasons: readonly GateReason[] };

/** Judges a canary by the live version beside it, at the same time. */
export const judgeCanary = (canary: ShownFigures, live: ShownFigures, limits: GateLimits = GATE_LIMITS): ShownVerdict => judge(canary, live, lowestRate(canary, live, limits), limits);

/** Judges a version that was promoted by the one before it, in the time before: other days are clicked differently, so the rate must have fallen by `clickFall` as well. */
export const judgePromoted = (promoted: ShownFigures, before: ShownFigures, limits: GateLimits = GATE_LIMITS): ShownVerdict => (
  judge(promoted, before, Math.min(lowestRate(promoted, before, limits), rateOf(before) * (1 - limits.clickFall)), limits)
);

function judge(tried: ShownFigures, other: ShownFigures, leastRate: number, limits: GateLimits): ShownVerdict {
  if (tried.shows === 0 && other.shows >= limits.leastShows) return { verdict: 'unseen' };
  if (Math.min(tried.shows, other.shows) < limits.leastShows) return { verdict: 'wait' };
  const reasons = [
    ...atLeast('clicks-fell', rateOf(tried), leastRate),
    ...atLeast('coverage-fell', tried.items, other.items * (1 - limits.coverageLoss)),
    ...atMost('gini-rose', tried.gini, other.gini + limits.giniRise),
  ];
  return reasons.length === 0 ? { verdict: 'keep' } : { verdict: 'roll-back', reasons };
}

const rateOf = ({ clicks, shows }: ShownFigures): number => (shows === 0 ? 0 : clicks / shows);

/** Click rate below which chance alone would seldom bring a version that is as good: one standard error is that of the difference of two shares under one common rate. */
function lowestRate(tried: ShownFigures, other: ShownFigures, { clickErrors }: GateLimits): number {
  const rate = Math.min(1, (tried.clicks + other.clicks) / (tried.shows + other.shows));
  return rateOf(other) - clickErrors * Math.sqrt(rate * (1 - rate) * (1 / tried.shows + 1 / other.shows));
}
