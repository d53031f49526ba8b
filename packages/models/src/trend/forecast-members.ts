import type { SeasonReference } from './borrow-season.ts';
import { clamp } from './numbers.ts';
import { combineMembers } from './combine-members.ts';
import { extendHistory } from './extend-history.ts';
import { dampedSeasonalNaive } from './members/damped-seasonal-naive.ts';
import { holtWinters } from './members/holt-winters.ts';
import { type RidgeWeights, pooledRidge } from './members/pooled-ridge.ts';
import { seasonalNaive } from './members/seasonal-naive.ts';
import { theta } from './members/theta.ts';

export const MEMBER_NAMES = ['dampedSeasonalNaive', 'theta', 'holtWinters', 'pooledRidge'] as const;
export type MemberName = (typeof MEMBER_NAMES)[number];

/** What the members need beside the series. */
export interface MemberKnowledge {
  readonly ridge: RidgeWeights | null;
  readonly references: readonly SeasonReference[];
}

export interface MemberPaths {
  readonly ensemble: Float64Array;
  readonly baseline: Float64Array;
  readonly members: Readonly<Partial<Record<MemberName, Float64Array>>>;
}

// A log model of a series near 0 may run away: nothing beyond this multiple of the highest week seen is believed.
const CEILING = 3;

/** Every member's path, their combination and the seasonal naive line, in the series' own unit and 0 or more. */
export function forecastMembers(values: Float64Array, firstWeek: number, horizonWeeks: number, knowledge: MemberKnowledge): MemberPaths {
  const history = extendHistory(values, firstWeek, knowledge.references);
  const ceiling = CEILING * highestOf(values);
  const bounded = (path: Float64Array): Float64Array => clampAll(path, ceiling);
  const members = {
    dampedSeasonalNaive: bounded(dampedSeasonalNaive(history, horizonWeeks)),
    theta: bounded(theta(history, horizonWeeks)),
    holtWinters: bounded(holtWinters(history, horizonWeeks)),
    ...(knowledge.ridge === null ? {} : { pooledRidge: bounded(pooledRidge(knowledge.ridge)(history, horizonWeeks)) }),
  };
  return { ensemble: combineMembers(Object.values(members), horizonWeeks), baseline: seasonalNaive(history, horizonWeeks), members };
}

function highestOf(values: Float64Array): number {
  let highest = 0;
  for (let t = 0; t < values.length; t += 1) {
    const value = values[t] as number;
    if (value > highest) highest = value;
  }
  return highest;
}

/** In place: a member's path is nobody else's. */
function clampAll(path: Float64Array, ceiling: number): Float64Array {
  for (let h = 0; h < path.length; h += 1) path[h] = clamp(path[h] as number, 0, ceiling);
  return path;
}
