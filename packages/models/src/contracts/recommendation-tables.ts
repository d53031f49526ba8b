import { Type, type Static, type TSchema } from 'typebox';
import { EventText } from './event-item.ts';
import { GarmentType } from './garment.ts';
import { ShopId } from './identifier.ts';
import { Audience } from './product.ts';
import { RecommendationRules } from './recommendation.ts';

const closed = { additionalProperties: false };

/** Catalogs with more items have no tables: there the device asks the server. */
export const MAX_TABLE_ITEMS = 20_000;

const perItem = <T extends TSchema>(each: T) => Type.Array(each, { maxItems: MAX_TABLE_ITEMS });
const UtcMs = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Place = Type.Integer({ minimum: 0, maximum: MAX_TABLE_ITEMS - 1 });
const Weight = Type.Number({ minimum: 0 });
/** A value for each item, by its number in the list of different values. */
const column = <T extends TSchema>(value: T) => Type.Object({ values: Type.Array(value, { maxItems: MAX_TABLE_ITEMS }), of: perItem(Place) }, closed);

/**
 * Answer of `GET /v1/recommendations/tables`: what a device needs to recommend without naming an item to the server. All lists have one value for each item, in the order of `itemIds`.
 * Only counts of many shoppers, none of fewer than `leastShoppers`.
 */
export const RecommendationTables = Type.Object(
  {
    /** Time of the last event that was counted, whole minutes; 0: none. */
    asOfMs: UtcMs,
    /** Pairs and sizes have at least so many different shoppers behind them. */
    leastShoppers: Type.Integer({ minimum: 1 }),
    /** In the order of the shop. */
    itemIds: perItem(ShopId),
    garmentTypes: column(GarmentType),
    audiences: column(Audience),
    colours: column(Type.Array(Type.String({ pattern: '^#[0-9a-f]{6}$' }), { maxItems: 24 })),
    /** Labels in stock; null: all. */
    sizesInStock: column(Type.Union([Type.Null(), Type.Array(EventText, { maxItems: 120 })])),
    /** Numbers of those that are used pieces. */
    used: perItem(Place),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    pricesMinor: perItem(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    /** Views, carts and purchases, halved by each week that has passed since. */
    popularity: perItem(Weight),
    /** How far the last day stands above the week: above 0 for what is trending. */
    trend: perItem(Weight),
    /** When an event first told of it, whole hours; 0: before the time that is counted, or never. */
    firstSeenMs: perItem(UtcMs),
    /** What came soon after each item, in threes: number of the item, weight, and the part of the weight that was bought together. Heaviest first. */
    followers: perItem(Type.Array(Weight, { maxItems: 90 })),
    /** What was bought in a size, best first, in twos: number of the item, weight. */
    sizes: Type.Array(Type.Object({ size: EventText, items: Type.Array(Weight, { maxItems: 200 }) }, closed), { maxItems: 120 }),
    rules: RecommendationRules,
  },
  closed,
);
export type RecommendationTables = Static<typeof RecommendationTables>;
