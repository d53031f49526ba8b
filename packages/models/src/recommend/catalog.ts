import type { Audience, EventMoney, GarmentType } from '../contracts/index.ts';

/** What a catalog says of an item, as far as recommendations need it. */
export interface RecommendableItem {
  readonly id: string;
  readonly garmentType: GarmentType;
  readonly audience: Audience;
  /** Of its colours: sRGB, `#rrggbb`. */
  readonly colours: readonly string[];
  /** Of one piece. */
  readonly price: EventMoney;
  /** Labels that can be bought now; empty: sold out. Undefined: all of them. */
  readonly sizesInStock?: readonly string[];
}

/** The items of a shop, in its own order. */
export interface Catalog {
  readonly find: (itemId: string) => RecommendableItem | undefined;
  readonly ofType: (type: GarmentType) => readonly RecommendableItem[];
  readonly all: readonly RecommendableItem[];
}

export function createCatalog(items: readonly RecommendableItem[]): Catalog {
  const byId = new Map(items.map((item) => [item.id, item]));
  const byType = Map.groupBy(items, (item) => item.garmentType);
  return { find: (itemId) => byId.get(itemId), ofType: (type) => byType.get(type) ?? [], all: items };
}
