import type { Follower } from '@vua/models/recommend';
import { hasEnoughShoppers } from './shopper-mask.ts';

/** Followers that a row keeps, and at how many it is pruned to them. */
const [KEPT, PRUNED_AT] = [100, 200];

interface Pair {
  weight: number;
  boughtWeight: number;
  shoppers: number;
}

/** What came soon after one item. */
export interface FollowerRow {
  readonly add: (itemId: string, weight: number, isBought: boolean, shopper: number) => void;
  /** Those that enough shoppers stand behind, heaviest first. */
  readonly ranked: () => readonly Follower[];
}

export function createFollowerRow(): FollowerRow {
  const pairs = new Map<string, Pair>();
  let sorted: readonly Follower[] | undefined;
  const heaviest = (): readonly Follower[] => (sorted ??= Array.from(pairs, ([itemId, { weight, boughtWeight }]) => ({ itemId, weight, boughtWeight })).sort(heaviestFirst).slice(0, KEPT));
  const prune = (): void => {
    const kept = new Set(heaviest().map(({ itemId }) => itemId));
    for (const itemId of pairs.keys()) if (!kept.has(itemId)) pairs.delete(itemId);
  };
  return {
    add: (itemId, weight, isBought, shopper) => {
      const pair = pairs.get(itemId) ?? { weight: 0, boughtWeight: 0, shoppers: 0 };
      pair.weight += weight;
      pair.boughtWeight += isBought ? weight : 0;
      pair.shoppers |= shopper;
      pairs.set(itemId, pair);
      sorted = undefined;
      if (pairs.size >= PRUNED_AT) prune();
    },
    ranked: () => heaviest().filter(({ itemId }) => hasEnoughShoppers(pairs.get(itemId)?.shoppers ?? 0)),
  };
}

const heaviestFirst = (a: Follower, b: Follower): number => b.weight - a.weight || (a.itemId < b.itemId ? -1 : 1);
