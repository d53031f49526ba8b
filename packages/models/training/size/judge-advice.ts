import type { BodyEstimate } from '../../src/body/index.ts';
import type { SizeChart } from '../../src/contracts/index.ts';
import { withLimits } from '../../src/size/best-places.ts';
import { type SizeDecision, decideSize } from '../../src/size/decide-size.ts';
import { estimateAtZone } from '../../src/size/estimate-at-zone.ts';
import { bestPlace } from '../../src/size/place-cost.ts';
import { type PreparedScale, knownZonesKey, prepareChart } from '../../src/size/prepare-chart.ts';
import { sampleBodies } from '../../src/size/sample-bodies.ts';
import { sizeOdds } from '../../src/size/size-odds.ts';
import { type ScaleZone, TOLERANCE_CM } from '../../src/size/size-scale.ts';

/** One chart, one body, and what is true. */
export interface JudgedAdvice {
  readonly status: SizeDecision['status'];
  /** One of the advised sizes is right: best for the true body, or with up to a centimetre less or more. With one zone: the truth lies in its range widened by a centimetre. */
  readonly isRight: boolean;
  /** The truth lies in the widened range of an advised size at every zone. */
  readonly isRightEverywhere: boolean;
  /** The truth lies in the widened range of some size at every zone: many bodies are not cut like a chart. */
  readonly isChartedBody: boolean;
  /** Probability that the likeliest size is right, and whether it is: what a stricter or looser limit would have gone by. */
  readonly likeliest: { readonly right: number; readonly isRight: boolean };
  /** What the shopper is told: how likely an advised size fits at every zone; 0 where none is advised. Compare with `isRightEverywhere`. */
  readonly stated: number;
  /** Every place of the chart: its probability to be the best, and whether it is the true best one. */
  readonly places: readonly { readonly probability: number; readonly isBest: boolean }[];
}

/** @throws Error when the chart is invalid or no zone of it is known. */
export function judgeAdvice(chart: SizeChart, body: BodyEstimate, truth: BodyEstimate): JudgedAdvice {
  const ready = prepareChart(chart, body, knownZonesKey(body));
  if (ready.status !== 'ready') throw new Error(`chart ${chart.id} cannot be compared: ${ready.status}`);
  const { scale, packed, stepCm } = ready;
  const odds = sizeOdds({ scale, packed, samples: withLimits(sampleBodies(body, scale.map(({ zone }) => zone))), preference: undefined });
  const decision = decideSize(odds, stepCm);
  const trueCm = trueCmOf(scale, truth);
  const [lowest, trueBest, highest] = truePlaces(ready, truth);
  const advised = advisedPlaces(decision);
  const holdsBody = (place: number): boolean => scale.every((zone, k) => isWithin(zone, place, trueCm[k] as number));
  const likeliest = odds.right.indexOf(Math.max(...odds.right));
  return {
    status: decision.status,
    isRight: advised.some((place) => place >= lowest && place <= highest),
    stated: decision.status === 'unavailable' ? 0 : decision.probability,
    isRightEverywhere: advised.some(holdsBody),
    isChartedBody: chart.rows.some((_, row) => holdsBody(row + 1)),
    likeliest: { right: odds.right[likeliest] ?? 0, isRight: likeliest >= lowest && likeliest <= highest },
    places: Array.from(odds.best, (probability, place) => ({ probability, isBest: place === trueBest })),
  };
}

/** Reading the table at the mean of its first zone. */
export function isTableReadingRight(chart: SizeChart, body: BodyEstimate, truth: BodyEstimate): boolean {
  const ready = prepareChart(chart, body, knownZonesKey(body));
  if (ready.status !== 'ready') throw new Error(`chart ${chart.id} cannot be compared: ${ready.status}`);
  const [first] = ready.scale;
  const cm = first === undefined ? NaN : (estimateAtZone(body, first.zone)?.meanCm ?? NaN);
  const place = first?.places.findIndex(({ minCm, maxCm }) => cm >= minCm && cm < maxCm) ?? -1;
  const [lowest, , highest] = truePlaces(ready, truth);
  return place >= lowest && place <= highest;
}

/** The best place for the true body with a centimetre less, as it is, and with a centimetre more. */
function truePlaces({ scale }: PreparedScale, truth: BodyEstimate): readonly [number, number, number] {
  const trueCm = trueCmOf(scale, truth);
  const at = (offCm: number): number => bestPlace(scale, trueCm.map((cm) => cm + offCm));
  return [at(-TOLERANCE_CM), at(0), at(TOLERANCE_CM)];
}

const trueCmOf = (scale: readonly ScaleZone[], truth: BodyEstimate): number[] => scale.map(({ zone }) => estimateAtZone(truth, zone)?.meanCm ?? NaN);

function advisedPlaces(decision: SizeDecision): readonly number[] {
  if (decision.status === 'unavailable') return [];
  return decision.status === 'recommended' ? [decision.place] : [decision.lower, decision.lower + 1];
}

function isWithin({ places }: ScaleZone, place: number, cm: number): boolean {
  const { minCm, maxCm } = places[place] ?? { minCm: NaN, maxCm: NaN };
  return cm >= minCm - TOLERANCE_CM && cm <= maxCm + TOLERANCE_CM;
}
