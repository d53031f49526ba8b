import type { Audience, EventMoney, GarmentType, Product } from '../contracts/index.ts';
import { type GarmentTraits, traitsOf } from './garment-traits.ts';

/** What a catalog says of an item, as far as recommendations need it. */
export interface RecommendableItem {
  readonly id: string;
  readonly garmentType: GarmentType;
  readonly audience: Audience;
  /** Of its colours: sRGB, `#rrggbb`. */
  readonly colours: readonly string[];
  /** Of one piece. */
  readonly price: EventMoney;
  /** Absent: new. */
  readonly condition?: NonNullable<Product['condition']>;
  /** Labels that can be bought now; empty: sold out. Undefined: all of them. */
  readonly sizesInStock?: readonly string[];
}

/** The items of a shop, in its own order. */
export interface Catalog {
  readonly find: (itemId: string) => RecommendableItem | undefined;
  readonly ofType: (type: GarmentType) => readonly RecommendableItem[];
  /** Those of a type that are compared with others: all, or of more than a thousand every n-th. */
  readonly comparedOfType: (type: GarmentType) => readonly GarmentTraits[];
  readonly all: readonly RecommendableItem[];
  /** Those that are used, newest first: what is new to a shop comes last in its order. */
  readonly used: readonly RecommendableItem[];
}

/** At most so many of each type, for an answer within milliseconds. */
const COMPARED = 1000;

export function createCatalog(items: readonly RecommendableItem[]): Catalog {
  const byId = new Map(items.map((item) => [item.id, item]));
  const byType = Map.groupBy(items, (item) => item.garmentType);
  const compared = new Map<GarmentType, readonly GarmentTraits[]>();
  const ofType: Catalog['ofType'] = (type) => byType.get(type) ?? [];
  return {
    find: (itemId) => byId.get(itemId), ofType, all: items, used: items.filter(({ condition }) => condition === 'used').toReversed(),
    comparedOfType: (type) => {
      const traits = compared.get(type) ?? sampleOf(ofType(type)).map(traitsOf);
      compared.set(type, traits);
      return traits;
    },
  };
}

function sampleOf(items: readonly RecommendableItem[]): readonly RecommendableItem[] {
  const every = Math.max(1, Math.ceil(items.length / COMPARED));
  return items.filter((_, place) => place % every === 0);
}
