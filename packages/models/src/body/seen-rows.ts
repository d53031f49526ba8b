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

/** @param sightings of the same pictures; a row counts as seen where one of them saw it. */
export function seenRows(sightings: readonly Pick<ViewReadings, 'curves'>[]): SeenRows {
  const isSeen = (curve: 'width' | 'depth', level: number): boolean => sightings.some(({ curves }) => Number.isFinite(curves[curve][level]));
  const share = (curve: 'width' | 'depth'): number => {
    const rows = Array.from({ length: levelIndex(TRUNK.to) - levelIndex(TRUNK.from) + 1 }, (_, i) => levelIndex(TRUNK.from) + i);
    return rows.filter((level) => isSeen(curve, level)).length / rows.length;
  };
  const seenAt = (name: WidthName): readonly [boolean, boolean] => [isSeen('width', levelIndex(CUT_LEVEL[name])), isSeen('depth', levelIndex(CUT_LEVEL[name]))];
  return {
    breadth: share('width'),
    depth: share('depth'),
    cuts: Object.fromEntries(WIDTH_NAMES.map((name) => [name, seenAt(name)])) as unknown as SeenRows['cuts'],
  };
}
