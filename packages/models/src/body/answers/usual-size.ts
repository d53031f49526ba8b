import { MEASUREMENT_NAMES, type MeasurementName } from '../measurement-name.ts';
import { coefficientsOf, type Observation } from './observation.ts';

/** Half-open range [minCm, maxCm). */
export interface CmRange {
  readonly minCm: number;
  readonly maxCm: number;
}

/**
 * A size that the shopper usually wears: the body ranges of its row in that brand's chart (`row.body` of a `SizeChart`), or of `GENERIC_SIZES`.
 * Zones that are no measurement of ours do not count.
 */
export type UsualSize = Readonly<Partial<Record<MeasurementName, CmRange>>>;

/** Where in steps of the chart a wearer of a size may really stand. Our choices, no study behind them. */
export const USUAL_SIZE_NOISE = {
  /** Garments of a brand differ from its chart. */
  brand: 0.5,
  /** People like their clothes tight or loose, in every brand. */
  wearer: 0.5,
} as const;

/** Brands and tastes differ by as many centimetres where sizes lie nearer together than this. */
export const SMALLEST_STEP_CM = 6;

/** A body somewhere in the range of a size, uniformly: variance in steps. */
const WITHIN_SIZE = 1 / 12;

/**
 * Usual sizes as observations. People choose one size for the whole garment, so a size says where the body stands on the average of its zones,
 * in steps of the chart, and nothing of the zones apart.
 */
export function usualSizeObservations(sizes: readonly UsualSize[], statureCm: number): Observation[] {
  return sizes.flatMap((size): Observation[] => {
    const zones = MEASUREMENT_NAMES.flatMap((name) => (isRange(size[name]) ? [{ name, ...positionOf(size[name]) }] : []));
    if (zones.length === 0) return [];
    const weights = Object.fromEntries(zones.map(({ name, centreCm, stepCm }) => [name, centreCm / stepCm / zones.length]));
    const value = zones.reduce((sum, { name, centreCm }) => sum + (weights[name] as number) * Math.log(centreCm / statureCm), 0);
    return [{ coefficients: coefficientsOf(weights), value, sd: Math.sqrt(WITHIN_SIZE + USUAL_SIZE_NOISE.brand ** 2), sharedSd: USUAL_SIZE_NOISE.wearer }];
  });
}

function isRange(range: CmRange | undefined): range is CmRange {
  return range !== undefined && range.minCm > 0 && range.maxCm > range.minCm;
}

function positionOf({ minCm, maxCm }: CmRange): { centreCm: number; stepCm: number } {
  return { centreCm: (minCm + maxCm) / 2, stepCm: Math.max(SMALLEST_STEP_CM, maxCm - minCm) };
}
