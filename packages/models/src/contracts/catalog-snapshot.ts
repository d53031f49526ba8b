import { Type, type Static } from 'typebox';
import { Identifier } from './identifier.ts';
import { Money } from './money.ts';
import { UtcMs } from './utc-ms.ts';

const closed = { additionalProperties: false };

/** A price that holds from one moment to another. */
export const FlashSale = Type.Object(
  {
    price: Money,
    startsAtMs: UtcMs,
    /** The first millisecond at which it no longer holds. */
    endsAtMs: UtcMs,
  },
  closed,
);
export type FlashSale = Static<typeof FlashSale>;

/** Price and stock of one item. */
export const SnapshotItem = Type.Object(
  {
    id: Identifier,
    /** The price when no sale holds. */
    price: Money,
    /** Running and coming sales, by start; of two that hold, the cheaper counts. */
    sales: Type.Array(FlashSale, { maxItems: 8 }),
    /** In the order of the chart. */
    sizes: Type.Array(Type.Object({ label: Type.String({ minLength: 1, maxLength: 24 }), inStock: Type.Boolean() }, closed), { maxItems: 120 }),
  },
  closed,
);
export type SnapshotItem = Static<typeof SnapshotItem>;

/** Answer of `GET /v1/catalog/snapshot?items=a,b`: what the device joins with what fits. Starts and ends of sales stand inside, so that no cache shows a wrong price. */
export const CatalogSnapshot = Type.Object(
  {
    /** In the order asked for; unknown ids are left out. */
    items: Type.Array(SnapshotItem, { maxItems: 100 }),
  },
  closed,
);
export type CatalogSnapshot = Static<typeof CatalogSnapshot>;
