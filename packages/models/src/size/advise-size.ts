import type { BodyEstimate } from '../body/index.ts';
import type { SizeChart } from '../contracts/index.ts';
import { checkSizeChart } from './check-size-chart.ts';
import { explainZones, type Contest } from './explain-zones.ts';
import { buildScale, type ScaleZone } from './size-scale.ts';
import { sizeOdds, type SizeOdds } from './size-odds.ts';
import type { Certainty, FitPreference, SizeAdvice, SizeUnavailableReason } from './size-advice.ts';

export interface SizeQuestion {
  readonly body: BodyEstimate;
  readonly chart: SizeChart;
  /** @default 'regular' */
  readonly fitPreference?: FitPreference;
}

// Probability of being right from which one size, or two neighbours, are advised. Those advised are on average far surer than the limit.
const RECOMMEND_FROM = 0.85;
const BETWEEN_FROM = 0.75;
const HIGH_FROM = 0.92;
// Nobody is very sure of a size that one in five times is not the best.
const HIGH_BEST_FROM = 0.85;
const OUTSIDE_FROM = 0.5;

/**
 * Which size of the chart fits the body. Every size gets its probability from the joint normal distribution of the measurements' errors;
 * where zones vote for different sizes, the type of garment says how much each counts.
 */
export function adviseSize({ body, chart, fitPreference = 'regular' }: SizeQuestion): SizeAdvice {
  if (checkSizeChart(chart).some(({ severity }) => severity === 'error')) return nothingCompared('chart-invalid');
  const scale = buildScale(chart, body);
  if (scale.length === 0) return nothingCompared('zones-not-measured');
  const odds = sizeOdds(scale, body, fitPreference);
  return decide({ body, chart, scale, odds });
}

interface Case {
  readonly body: BodyEstimate;
  readonly chart: SizeChart;
  readonly scale: readonly ScaleZone[];
  readonly odds: SizeOdds;
}

function decide(given: Case): SizeAdvice {
  const { odds } = given;
  const above = odds.best.length - 1;
  if ((odds.best[above] ?? 0) > OUTSIDE_FROM) return unavailable(given, 'larger-than-chart', [above, above - 1]);
  if ((odds.best[0] ?? 0) > OUTSIDE_FROM) return unavailable(given, 'smaller-than-chart', [0, 1]);
  const sizes = Array.from({ length: above - 1 }, (_, index) => index + 1);
  const likeliest = argMax(sizes, (place) => odds.best[place] ?? 0);
  if (odds.rightUpTo(likeliest, likeliest) >= RECOMMEND_FROM) return recommended(given, likeliest);
  const lower = argMax(sizes.slice(0, -1), (place) => odds.rightUpTo(place, place + 1));
  if (sizes.length > 1 && odds.rightUpTo(lower, lower + 1) >= BETWEEN_FROM) return between(given, lower);
  return unavailable(given, 'too-uncertain');
}

function recommended(given: Case, place: number): SizeAdvice {
  const { odds } = given;
  const rivals = [place - 1, place + 1].filter((rival) => rival in odds.best);
  const rival = argMax(rivals, (index) => odds.best[index] ?? 0);
  const certainty: Certainty = odds.rightUpTo(place, place) >= HIGH_FROM && (odds.best[place] ?? 0) >= HIGH_BEST_FROM ? 'high' : 'medium';
  return { status: 'recommended', size: labelAt(given, place), probability: odds.best[place] ?? 0, certainty, ...report(given, [place], [place, rival]) };
}

function between(given: Case, lower: number): SizeAdvice {
  const { odds } = given;
  const [low = 0, high = 0] = [odds.best[lower], odds.best[lower + 1]];
  const contest: Contest = low >= high ? [lower, lower + 1] : [lower + 1, lower];
  const certainty: Certainty = odds.rightUpTo(lower, lower + 1) >= HIGH_FROM ? 'medium' : 'low';
  return {
    status: 'between', smaller: labelAt(given, lower), larger: labelAt(given, lower + 1), probability: low + high, certainty,
    ...report(given, [lower, lower + 1], contest),
  };
}

function unavailable(given: Case, reason: SizeUnavailableReason, contest?: Contest): SizeAdvice {
  return { status: 'unavailable', reason, ...report(given, [], contest) };
}

function report({ body, chart, scale, odds }: Case, places: readonly number[], contest?: Contest) {
  return {
    probabilities: chart.rows.map(({ label }, index) => ({ size: label, probability: odds.best[index + 1] ?? 0 })),
    smallerThanChart: odds.best[0] ?? 0,
    largerThanChart: odds.best.at(-1) ?? 0,
    zones: explainZones(scale, body, chart, places.map((place) => place - 1), contest),
  };
}

const nothingCompared = (reason: SizeUnavailableReason): SizeAdvice =>
  ({ status: 'unavailable', reason, probabilities: [], smallerThanChart: 0, largerThanChart: 0, zones: [] });

function labelAt({ chart }: Case, place: number): string {
  const row = chart.rows[place - 1];
  if (!row) throw new RangeError(`place ${place} is not a size of a chart with ${chart.rows.length} rows`);
  return row.label;
}

function argMax(indices: readonly number[], value: (index: number) => number): number {
  return indices.reduce((best, index) => (value(index) > value(best) ? index : best), indices[0] ?? 0);
}
