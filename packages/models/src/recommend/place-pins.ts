import type { RecommendationPin } from '../contracts/index.ts';

/** Puts what the shop pinned at its place, 1 the first; what it stood for moves on. @returns at most `limit` items, none twice */
export function placePins<T extends { readonly itemId: string }>(items: readonly T[], pins: readonly RecommendationPin[], limit: number, toItem: (itemId: string) => T): readonly T[] {
  const used = usablePins(pins);
  const pinned = new Set(used.map(({ itemId }) => itemId));
  const list = items.filter(({ itemId }) => !pinned.has(itemId));
  for (const { place, itemId } of used) list.splice(place - 1, 0, toItem(itemId));
  return list.slice(0, limit);
}

/** By place; of two for one place or one item, the first. */
function usablePins(pins: readonly RecommendationPin[]): readonly RecommendationPin[] {
  const [places, itemIds] = [new Set<number>(), new Set<string>()];
  const used = pins.filter(({ place, itemId }) => {
    if (places.has(place) || itemIds.has(itemId)) return false;
    places.add(place);
    itemIds.add(itemId);
    return true;
  });
  return used.toSorted((a, b) => a.place - b.place);
}
