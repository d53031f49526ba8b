import type { BodyZone } from '../../contracts/index.ts';
import type { GarmentOffset, ZoneOffset } from '../garment-offset.ts';
import type { Feedback, GarmentFeedback } from './feedback-state.ts';
import { FLAT, type LogGrid, OFFSETS_CM, added, downward, normalised, scatterMatrix, subtracted, upward } from './offset-grid.ts';

// Our choice: charts are mostly right to half a centimetre, and now and then by a size wrong.
const BRANDS = scatterMatrix({ narrowCm: 0.4, wideCm: 3, wideShare: 0.05 });
const GARMENTS = scatterMatrix({ narrowCm: 0.5, wideCm: 4, wideShare: 0.1 });
const ZONES = scatterMatrix({ narrowCm: 0.4, wideCm: 3, wideShare: 0.08 });

const AS_CHARTED = OFFSETS_CM.indexOf(0);
const BRAND_PRIOR: LogGrid = (BRANDS[AS_CHARTED] ?? []).map((probability) => Math.log(probability));

/**
 * From this probability on a garment is named as cut another size. The finer the steps, the less an outcome tells: at 4 cm fewer than half of the garments
 * that are a size small come back, and 0.9 would miss a fifth of them within 40 outcomes. Chosen on simulated shoppers (docs/model-cards/size.md).
 */
const recogniseFrom = (stepCm: number): number => Math.min(SURE, Math.max(0.45, SURE - 0.225 * (6 - stepCm)));
/** From this probability on it is named as cut like its chart. */
const SURE = 0.9;

/** How a garment is cut against its chart: half a step off and more is another size. */
export type GarmentCut =
  | { readonly cut: 'small' | 'as-charted' | 'large'; readonly probability: number }
  | { readonly cut: 'unknown' };

/** What returns have told of a garment, for `adviseSize` and `createAdviser`. */
export function believedOffset({ garment, brand }: Feedback): GarmentOffset {
  const prior = beforeItsOwn({ garment, brand });
  const zones = Object.keys(garment.zones) as BodyZone[];
  return {
    overall: summarised(added(prior, garmentEvidence(garment))),
    zones: Object.fromEntries(zones.map((zone) => [zone, summarised(zoneBelief(garment, prior, zone))])),
  };
}

/** @param stepCm from one size to the next. */
export function recogniseCut({ garment, brand }: Feedback, stepCm: number): GarmentCut {
  const belief = normalised(added(beforeItsOwn({ garment, brand }), garmentEvidence(garment)));
  const share = (is: (cm: number) => boolean): number => OFFSETS_CM.reduce((sum, cm, i) => (is(cm) ? sum + (belief[i] ?? 0) : sum), 0);
  const small = share((cm) => cm >= stepCm / 2);
  const large = share((cm) => cm <= -stepCm / 2);
  const off = recogniseFrom(stepCm);
  const cuts = [{ cut: 'small', probability: small, from: off }, { cut: 'large', probability: large, from: off }, { cut: 'as-charted', probability: 1 - small - large, from: SURE }] as const;
  const found = cuts.find(({ probability, from }) => probability >= from);
  return found === undefined ? { cut: 'unknown' } : { cut: found.cut, probability: found.probability };
}

/** All that a garment's outcomes say of its offset. A zone counts with the doubt of how zones scatter. */
export function garmentEvidence({ kept, returned, zones }: GarmentFeedback): LogGrid {
  return Object.values(zones).reduce<LogGrid>((sum, zone) => added(sum, upward(ZONES, zone)), added(kept, returned));
}

/** What a garment's evidence says of its brand's offset. */
export const toBrand = (evidence: LogGrid): LogGrid => upward(GARMENTS, evidence);

/** What the other garments of the brand let expect of this one. */
function beforeItsOwn({ garment, brand }: Feedback): LogGrid {
  return downward(GARMENTS, added(BRAND_PRIOR, subtracted(brand.evidence, garment.told)));
}

/** Garments kept speak for each zone by themselves, so they do not speak once more through the garment. */
function zoneBelief(garment: GarmentFeedback, prior: LogGrid, zone: BodyZone): LogGrid {
  const { [zone]: own = FLAT, ...others } = garment.zones;
  const elsewhere = garmentEvidence({ ...garment, kept: FLAT, zones: others });
  return added(added(downward(ZONES, added(prior, elsewhere)), own), garment.kept);
}

/** Mean, and half the distance between the 16 % and the 84 % point: far but unlikely offsets do not blur every advice. */
function summarised(belief: LogGrid): ZoneOffset {
  const weights = normalised(belief);
  const meanCm = weights.reduce((sum, weight, i) => sum + weight * (OFFSETS_CM[i] ?? 0), 0);
  return { meanCm, sdCm: (quantile(weights, 0.8413) - quantile(weights, 0.1587)) / 2 };
}

function quantile(weights: readonly number[], probability: number): number {
  let below = 0;
  for (const [i, weight] of weights.entries()) {
    // Each weight is spread evenly over its half centimetre.
    if (below + weight >= probability) return (OFFSETS_CM[i] ?? 0) - 0.25 + (0.5 * (probability - below)) / weight;
    below += weight;
  }
  return OFFSETS_CM.at(-1) ?? 0;
}
