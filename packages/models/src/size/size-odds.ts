import type { BodyEstimate } from '../body/index.ts';
import { bestPlace, preferredCm } from './place-cost.ts';
import { sampleBodies } from './sample-bodies.ts';
import { TOLERANCE_CM, type ScaleZone } from './size-scale.ts';
import type { FitPreference } from './size-advice.ts';

/** What the measurements say of every place of a scale: below the chart, each size, above the chart. */
export interface SizeOdds {
  /** Probability that the place fits best; sums to 1. */
  readonly best: readonly number[];
  /** Probability that the place, or the one after it, is right: best for some body within the tolerance. */
  readonly rightUpTo: (from: number, to: number) => number;
}

/** Each sampled body votes for the place that fits it best, and for those that would with a centimetre less or more. */
export function sizeOdds(scale: readonly ScaleZone[], body: BodyEstimate, preference: FitPreference): SizeOdds {
  const samples = sampleBodies(body, scale.map(({ zone }) => zone));
  const count = scale[0]?.places.length ?? 0;
  const best = new Array<number>(count).fill(0);
  const reach: [lowest: number, highest: number][] = [];
  for (const sample of samples) {
    const placeAt = (offCm: number): number => bestPlace(scale, scale.map((zone, k) => preferredCm((sample[k] ?? 0) + offCm, zone, preference)));
    const place = placeAt(0);
    best[place] = (best[place] ?? 0) + 1 / samples.length;
    reach.push([placeAt(-TOLERANCE_CM), placeAt(TOLERANCE_CM)]);
  }
  return { best, rightUpTo: (from, to) => reach.filter(([lowest, highest]) => lowest <= to && highest >= from).length / samples.length };
}
