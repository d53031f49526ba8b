import { certaintyOf, lessSure } from './certainty.ts';
import type { SizeOdds } from './size-odds.ts';
import type { Certainty, SizeUnavailableReason } from './size-advice.ts';

/** Two places of a scale: the one that is advised or likelier, and the one that comes next. */
export type Contest = readonly [winner: number, rival: number];

/** What is advised, in numbers of places (0 is below the chart, 1 the first size), and how likely it fits. */
export type SizeDecision =
  | { readonly status: 'recommended'; readonly place: number; readonly probability: number; readonly certainty: Certainty; readonly contest: Contest }
  | { readonly status: 'between'; readonly lower: number; readonly probability: number; readonly certainty: Certainty; readonly contest: Contest }
  | { readonly status: 'unavailable'; readonly reason: SizeUnavailableReason; readonly contest?: Contest };

/**
 * Probability of being right (within a centimetre) from which one size is advised alone. Those advised are on average surer than the limit,
 * by less the finer the chart: within a step of 4 cm even the middle is only just sure. So the limit rises from 6 cm to 4 cm.
 */
const RECOMMEND_FROM = { coarse: 0.81, fine: 0.9 };
const [COARSE_STEP_CM, FINE_STEP_CM] = [6, 4];

// Whatever the tolerance forgives: where the next size is more than half as likely as this one, it is named too.
const BEST_FROM = 0.65;
const BETWEEN_FROM = 0.9;
// Nobody is very sure of a size that one in five times is not the best.
const HIGH_BEST_FROM = 0.85;
const OUTSIDE_FROM = 0.5;
// Enough to name the end of the chart as the reason where no size can be advised.
const OUTSIDE_REASON_FROM = 0.25;

/** One size where it is worth it, else two neighbours, else why not. */
export function decideSize(odds: SizeOdds, stepCm: number): SizeDecision {
  const { best, right } = odds;
  const above = best.length - 1;
  const [smaller, larger] = [at(best, 0), at(best, above)];
  if (larger > OUTSIDE_FROM) return { status: 'unavailable', reason: 'larger-than-chart', contest: [above, above - 1] };
  if (smaller > OUTSIDE_FROM) return { status: 'unavailable', reason: 'smaller-than-chart', contest: [0, 1] };
  const place = likeliestSize(best);
  if (at(right, place) >= recommendFrom(stepCm) && at(best, place) >= BEST_FROM) return recommended(odds, place);
  const pair = likeliestPair(odds, place);
  if (pair !== undefined && at(odds.rightPair, pair) >= BETWEEN_FROM) return between(odds, pair);
  if (Math.max(smaller, larger) < OUTSIDE_REASON_FROM) return { status: 'unavailable', reason: 'too-uncertain' };
  return larger > smaller
    ? { status: 'unavailable', reason: 'larger-than-chart', contest: [above, above - 1] }
    : { status: 'unavailable', reason: 'smaller-than-chart', contest: [0, 1] };
}

function recommendFrom(stepCm: number): number {
  const share = Math.min(1, Math.max(0, (COARSE_STEP_CM - stepCm) / (COARSE_STEP_CM - FINE_STEP_CM)));
  return RECOMMEND_FROM.coarse + share * (RECOMMEND_FROM.fine - RECOMMEND_FROM.coarse);
}

function recommended({ best, fits }: SizeOdds, place: number): SizeDecision {
  const rival = at(best, place - 1) > at(best, place + 1) ? place - 1 : place + 1;
  const probability = fits([place]);
  const certainty = certaintyOf(probability);
  return { status: 'recommended', place, probability, certainty: certainty === 'high' && at(best, place) < HIGH_BEST_FROM ? 'medium' : certainty, contest: [place, rival] };
}

/** The larger of two that are equally likely: tight clothes cannot be worn. */
function between({ best, fits }: SizeOdds, lower: number): SizeDecision {
  const probability = fits([lower, lower + 1]);
  return { status: 'between', lower, probability, certainty: lessSure(certaintyOf(probability)), contest: at(best, lower) > at(best, lower + 1) ? [lower, lower + 1] : [lower + 1, lower] };
}

/** Of the sizes alone: the places outside of the chart are none. */
function likeliestSize(best: Float64Array): number {
  let place = 1;
  for (let p = 2; p < best.length - 1; p++) if (at(best, p) > at(best, place)) place = p;
  return place;
}

/** The likeliest size with the neighbour that makes the pair surer; undefined in a chart of one size. */
function likeliestPair({ best, rightPair }: SizeOdds, place: number): number | undefined {
  const pairs = [place - 1, place].filter((lower) => lower >= 1 && lower + 1 < best.length - 1);
  const sureness = (lower: number): number => at(rightPair, lower) + at(best, lower) + at(best, lower + 1);
  return pairs.toSorted((a, b) => sureness(b) - sureness(a))[0];
}

const at = (values: Float64Array, place: number): number => values[place] ?? 0;
