import { POINT_COUNT } from './normal-points.ts';
import { CENTRE_FACTOR, TIGHT_FACTOR, borderCm } from './place-cost.ts';
import type { ScaleZone } from './size-scale.ts';

/** The scale's numbers in flat arrays, place after place within a zone: what a thousand charts are compared by. */
export interface PackedScale {
  readonly zoneCount: number;
  readonly placeCount: number;
  readonly minCm: Float64Array;
  readonly maxCm: Float64Array;
  readonly centreCm: Float64Array;
  /** Between a place and the next one. */
  readonly borderCm: Float64Array;
  /** By zone: weight over squared step. */
  readonly factors: Float64Array;
  /** Some body lies within two ranges of a zone: only then does it matter how near the middle it lies. */
  readonly hasOverlaps: boolean;
}

export function packScale(scale: readonly ScaleZone[]): PackedScale {
  const places = scale.flatMap((zone) => zone.places);
  return {
    zoneCount: scale.length,
    placeCount: scale[0]?.places.length ?? 0,
    minCm: Float64Array.from(places, ({ minCm }) => minCm),
    maxCm: Float64Array.from(places, ({ maxCm }) => maxCm),
    centreCm: Float64Array.from(places, ({ centreCm }) => centreCm),
    borderCm: Float64Array.from(scale.flatMap((zone) => zone.places.map((place, index) => {
      const next = zone.places[index + 1];
      return next ? borderCm(place, next) : Infinity;
    }))),
    factors: Float64Array.from(scale, ({ weight, stepCm }) => weight / (stepCm * stepCm)),
    hasOverlaps: scale.some((zone) => zone.places.some(({ minCm }, index) => minCm < (zone.places[index - 1]?.maxCm ?? -Infinity))),
  };
}

const cost = new Float64Array(POINT_COUNT);
const bestCost = new Float64Array(POINT_COUNT);

/** `POINT_COUNT` bodies, zone after zone, and the least and the most of each zone. */
export interface BodySamples {
  readonly cm: Float64Array;
  readonly leastCm: Float64Array;
  readonly mostCm: Float64Array;
}

export function withLimits(cm: Float64Array): BodySamples {
  const zoneCount = cm.length / POINT_COUNT;
  const [leastCm, mostCm] = [new Float64Array(zoneCount), new Float64Array(zoneCount)];
  for (let k = 0; k < zoneCount; k++) {
    let least = Infinity;
    let most = -Infinity;
    for (let i = k * POINT_COUNT; i < (k + 1) * POINT_COUNT; i++) {
      const value = cm[i] as number;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    leastCm[k] = least;
    mostCm[k] = most;
  }
  return { cm, leastCm, mostCm };
}

/**
 * For each of the bodies with `offCm` more everywhere the number of the place that fits best, as `bestPlace` has it.
 *
 * @param best filled with the places.
 */
export function bestPlaces(packed: PackedScale, bodies: BodySamples, offCm: number, best: Uint8Array): void {
  const [from, to] = reachable(packed, bodies, offCm);
  bestCost.fill(Infinity);
  for (let place = from; place <= to; place++) {
    sumCosts(packed, bodies.cm, offCm, place);
    for (let i = 0; i < POINT_COUNT; i++) {
      if ((cost[i] as number) < (bestCost[i] as number)) {
        bestCost[i] = cost[i] as number;
        best[i] = place;
      }
    }
  }
}

/** The same for body number `i` alone, among the places from `from` to `to`. */
export function bestPlaceOf({ zoneCount, placeCount, minCm, maxCm, centreCm, factors }: PackedScale, bodiesCm: Float64Array, i: number, from: number, to: number): number {
  let best = from;
  let least = Infinity;
  for (let place = from; place <= to; place++) {
    let sum = 0;
    for (let k = 0; k < zoneCount; k++) {
      const at = k * placeCount + place;
      const cm = bodiesCm[k * POINT_COUNT + i] as number;
      const tight = Math.max(0, cm - (maxCm[at] as number));
      const loose = Math.max(0, (minCm[at] as number) - cm);
      sum += (factors[k] as number) * (TIGHT_FACTOR * tight * tight + loose * loose + CENTRE_FACTOR * (cm - (centreCm[at] as number)) ** 2);
    }
    if (sum < least) {
      least = sum;
      best = place;
    }
  }
  return best;
}

/** `placeCost` once more: over all bodies at once, for this is the innermost loop. */
function sumCosts({ zoneCount, placeCount, minCm, maxCm, centreCm, factors, hasOverlaps }: PackedScale, bodiesCm: Float64Array, offCm: number, place: number): void {
  cost.fill(0);
  for (let k = 0; k < zoneCount; k++) {
    const [at, first] = [k * placeCount + place, k * POINT_COUNT];
    const [low, high, factor] = [(minCm[at] as number) - offCm, (maxCm[at] as number) - offCm, factors[k] as number];
    for (let i = 0; i < POINT_COUNT; i++) {
      const cm = bodiesCm[first + i] as number;
      if (cm > high) cost[i] = (cost[i] as number) + factor * TIGHT_FACTOR * (cm - high) * (cm - high);
      else if (cm < low) cost[i] = (cost[i] as number) + factor * (low - cm) * (low - cm);
    }
    if (hasOverlaps) addOffCentre(bodiesCm.subarray(first, first + POINT_COUNT), (centreCm[at] as number) - offCm, factor * CENTRE_FACTOR);
  }
}

function addOffCentre(bodiesCm: Float64Array, centreCm: number, factor: number): void {
  for (let i = 0; i < POINT_COUNT; i++) cost[i] = (cost[i] as number) + factor * ((bodiesCm[i] as number) - centreCm) ** 2;
}

/** First and last place that can be best for any of the bodies: beyond, the next place is better at every zone. */
function reachable({ zoneCount, placeCount, borderCm: borders }: PackedScale, { leastCm, mostCm }: BodySamples, offCm: number): [from: number, to: number] {
  let [from, to] = [placeCount - 1, 0];
  for (let k = 0; k < zoneCount; k++) {
    const [least, most, at] = [(leastCm[k] as number) + offCm, (mostCm[k] as number) + offCm, k * placeCount];
    let low = 0;
    while (low < placeCount - 1 && (borders[at + low] as number) < least) low++;
    let high = placeCount - 1;
    while (high > 0 && (borders[at + high - 1] as number) > most) high--;
    from = Math.min(from, low);
    to = Math.max(to, high);
  }
  return [from, to];
}
