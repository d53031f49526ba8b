import type { ViewReadings } from './read-views.ts';
import { levelIndex, WIDTH_NAMES, type WidthName } from './shape-variables.ts';

/** How much of the trunk the pictures showed. */
export interface SeenRows {
  /** Shares (0-1) of the trunk's levels at which the front view gave a breadth and the side view a depth. */
  readonly breadth: number;
  readonly depth: number;
  /** Whether breadth and depth were seen where the named cuts usually lie. */
  readonly cuts: Readonly<Record<WidthName, readonly [breadth: boolean, depth: boolean]>>;
}

/** From hip to chest, shares of stature. */
const TRUNK = { from: 0.48, to: 0.75 };
/** Usual heights of the cuts, shares of stature: the middle of men and women in ANSUR II. */
const CUT_LEVEL: Readonly<Record<WidthName, number>> = { chest: 0.727, waist: 0.643, waistNavel: 0.602, hip: 0.509 };

export function seenRows({ curves: { width, depth } }: Pick<ViewReadings, 'curves'>): SeenRows {
  const share = (curve: Float64Array): number => {
    const rows = curve.subarray(levelIndex(TRUNK.from), levelIndex(TRUNK.to) + 1);
    return rows.filter(Number.isFinite).length / rows.length;
  };
  const seenAt = (curve: Float64Array, name: WidthName): boolean => Number.isFinite(curve[levelIndex(CUT_LEVEL[name])]);
  return {
    breadth: share(width),
    depth: share(depth),
    cuts: Object.fromEntries(WIDTH_NAMES.map((name) => [name, [seenAt(width, name), seenAt(depth, name)]])) as unknown as SeenRows['cuts'],
  };
}
