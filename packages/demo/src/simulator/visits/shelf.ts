import type { GarmentType } from '@vua/models/contracts';
import { seasonFactor } from '../catalog/season.ts';
import type { SimulatedItem } from '../catalog/simulated-item.ts';
import type { Sex } from '../shoppers/draw-body.ts';
import { wears } from '../shoppers/wears.ts';
import { type Pool, poolOf } from './pool.ts';

/** What the shop has on one day. */
export interface Shelf {
  readonly day: number;
  /** How much each item of the catalog is looked at today by popularity, season and age; 0: not sold. */
  readonly daily: Float64Array;
  /** What everybody looks at, by who wears it. */
  readonly trending: Readonly<Record<Sex, Pool>>;
  /** Places in the catalog, by who wears it and type. */
  readonly byType: Readonly<Record<Sex, ReadonlyMap<GarmentType, readonly number[]>>>;
}

/** New items draw twice as many looks; after some months that is over. */
const NEWNESS = 1;
const NEWNESS_DAYS = 30;

export function openShelf(items: readonly SimulatedItem[], day: number): Shelf {
  const daily = Float64Array.from(items, (item) => dailyWeight(item, day));
  const worn = (sex: Sex): number[] => items.flatMap((item, k) => ((daily[k] ?? 0) > 0 && wears(sex, item) ? k : []));
  const [female, male] = [worn('female'), worn('male')];
  const trending = (candidates: readonly number[]): Pool => poolOf(candidates, (item) => daily[item] ?? 0);
  const byType = (candidates: readonly number[]): Map<GarmentType, number[]> => {
    const groups = new Map<GarmentType, number[]>();
    for (const k of candidates) {
      const type = items[k]?.product.garmentType;
      if (type !== undefined) groups.set(type, groups.get(type) ?? []).get(type)?.push(k);
    }
    return groups;
  };
  return { day, daily, trending: { female: trending(female), male: trending(male) }, byType: { female: byType(female), male: byType(male) } };
}

function dailyWeight({ traits: { popularity, warmth, appearsDay, leavesDay } }: SimulatedItem, day: number): number {
  if (day < appearsDay || day >= leavesDay) return 0;
  return popularity * seasonFactor(warmth, day) * (1 + NEWNESS * Math.exp(-(day - appearsDay) / NEWNESS_DAYS));
}
