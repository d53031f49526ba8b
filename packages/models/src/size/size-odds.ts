import { type BodySamples, type PackedScale, bestPlaceOf, bestPlaces, withLimits } from './best-places.ts';
import { fitShare } from './fit-share.ts';
import { prefer } from './fit-preference.ts';
import { POINT_COUNT } from './normal-points.ts';
import { TOLERANCE_CM, type ScaleZone } from './size-scale.ts';

/** What the measurements say of every place of a scale: below the chart, each size, above the chart. Probabilities, 0-1. */
export interface SizeOdds {
  /** That the place fits best; sums to 1. */
  readonly best: Float64Array;
  /** That the place is right: best for the body, or with up to a centimetre less or more everywhere. */
  readonly right: Float64Array;
  /** That the place or the one after it is right. */
  readonly rightPair: Float64Array;
  /**
   * That at least one of the places holds the body at every zone, within the tolerance: what the shopper calls "it fits".
   * @param zones numbers of zones of the scale. @default all
   */
  readonly fits: (places: readonly number[], zones?: readonly number[]) => number;
}

/** What `sizeOdds` compares. */
export interface OddsInput {
  readonly scale: readonly ScaleZone[];
  readonly packed: PackedScale;
  /** In the order of the scale's zones. */
  readonly samples: BodySamples;
  /** Steps by which each sample's preference moves the body. */
  readonly preference: Float64Array | undefined;
}

const [lowest, middle, highest] = [new Uint8Array(POINT_COUNT), new Uint8Array(POINT_COUNT), new Uint8Array(POINT_COUNT)];

/** Each sampled body votes for the place that fits it best, and for those that would with a centimetre less or more. */
export function sizeOdds(input: OddsInput): SizeOdds {
  const { packed } = input;
  findPlaces(input, -TOLERANCE_CM, lowest);
  findPlaces(input, TOLERANCE_CM, highest);
  const bodies = bodiesOf(input, 0);
  for (let i = 0; i < POINT_COUNT; i++) {
    const from = lowest[i] as number;
    const to = highest[i] as number;
    // A larger body never gets a smaller place, so the best one lies between.
    middle[i] = from === to ? from : bestPlaceOf(packed, bodies.cm, i, from, to);
  }
  const everyZone = Array.from({ length: packed.zoneCount }, (_, k) => k);
  return { ...counted(packed.placeCount), fits: (places, zones = everyZone) => fitShare(packed, bodies, places, zones) };
}

function findPlaces(input: OddsInput, offCm: number, places: Uint8Array): void {
  if (input.preference === undefined) bestPlaces(input.packed, input.samples, offCm, places);
  else bestPlaces(input.packed, bodiesOf(input, offCm), 0, places);
}

function bodiesOf({ scale, samples, preference }: OddsInput, offCm: number): BodySamples {
  return preference === undefined ? samples : preferred(scale, samples, offCm, preference);
}

/** The samples with some centimetres more, as they count for the preference. */
function preferred(scale: readonly ScaleZone[], { cm }: BodySamples, offCm: number, preference: Float64Array): BodySamples {
  const bodies = new Float64Array(cm.length);
  scale.forEach((zone, k) => {
    const [from, to] = [k * POINT_COUNT, (k + 1) * POINT_COUNT];
    prefer(cm.subarray(from, to), offCm, zone, preference, bodies.subarray(from, to));
  });
  return withLimits(bodies);
}

function counted(placeCount: number): Omit<SizeOdds, 'fits'> {
  const [best, right, rightPair] = [new Float64Array(placeCount), new Float64Array(placeCount), new Float64Array(placeCount)];
  const share = 1 / POINT_COUNT;
  for (let i = 0; i < POINT_COUNT; i++) {
    const low = lowest[i] as number;
    const place = middle[i] as number;
    const high = highest[i] as number;
    best[place] = (best[place] as number) + share;
    for (let p = low; p <= high; p++) right[p] = (right[p] as number) + share;
    for (let p = Math.max(0, low - 1); p <= high; p++) rightPair[p] = (rightPair[p] as number) + share;
  }
  return { best, right, rightPair };
}
