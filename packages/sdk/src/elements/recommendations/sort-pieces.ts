import type { RecommendationReason, Recommendations } from '@vua/models/contracts';

/** A child of the shop's own list, and what it shows. */
export interface Piece {
  readonly element: Element;
  readonly itemId: string;
}

/** Ids by `data-vua-item`; where a child has none, by its place in `itemIds`. Children without an id are no pieces. */
export function readPieces(list: Element, itemIds: readonly string[]): readonly Piece[] {
  return [...list.children].flatMap((element, place) => {
    const itemId = element.getAttribute('data-vua-item') ?? itemIds[place];
    return itemId ? [{ element, itemId }] : [];
  });
}

/** In the order of the answer; what is not in it comes last, as it stood. */
export function sortPieces(pieces: readonly Piece[], { items }: Pick<Recommendations, 'items'>): readonly Piece[] {
  const places = new Map(items.map(({ itemId }, place) => [itemId, place]));
  const placeOf = ({ itemId }: Piece): number => places.get(itemId) ?? places.size;
  return pieces.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Why most of these are where they are, as far as the shopper is why. */
export function mainReason(itemIds: ReadonlySet<string>, { items }: Pick<Recommendations, 'items'>): RecommendationReason | undefined {
  const counts = new Map<string, { readonly reason: RecommendationReason; count: number }>();
  for (const { itemId, reason } of items) {
    if (!itemIds.has(itemId) || reason.type === 'as-listed' || reason.type === 'chosen-by-shop') continue;
    const key = JSON.stringify(reason);
    counts.set(key, { reason, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.reason;
}
