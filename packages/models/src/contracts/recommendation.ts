import { Type, type Static } from 'typebox';
import { EventText } from './event-item.ts';
import { ShopId } from './identifier.ts';

const closed = { additionalProperties: false };

/** Longest list of recommendations. */
export const MAX_RECOMMENDATIONS = 100;

/**
 * For what a list is made. `for-you`: home; `similar`: a product's page; `goes-with`: the cart; `after-purchase`: the order's page and e-mail;
 * `rerank`: a list that the shop gives, in a better order; `second-hand`: used pieces like this one.
 */
export const RecommendationKind = Type.Enum([
  'for-you', 'similar', 'goes-with', 'after-purchase', 'rerank', 'recently-seen', 'trending', 'second-hand', 'popular-in-size',
]);
export type RecommendationKind = Static<typeof RecommendationKind>;

/** Which way of choosing spoke. `none`: no way found anything that may be shown. */
export const RecommendationStrategy = Type.Enum([
  'sequence-model', 'co-visitation', 'history-attributes', 'similar-items', 'bought-together', 'complements', 'recently-seen', 'listings-like-this', 'listings',
  'trending', 'popular', 'popular-in-size', 'newest', 'rerank-by-model', 'rerank-by-history', 'rerank-by-popularity', 'as-given', 'catalog', 'none',
]);
export type RecommendationStrategy = Static<typeof RecommendationStrategy>;

const plain = <T extends string>(type: T) => Type.Object({ type: Type.Literal(type) }, closed);
const aboutItem = <T extends string>(type: T) => Type.Object({ type: Type.Literal(type), itemId: ShopId }, closed);

/**
 * Why an item is in the list. A reason that names an item of the shopper's history is given only where that item contributed most to the score:
 * for the sequence model by leaving it out, for co-visitation by its share of the sum.
 */
export const RecommendationReason = Type.Union([
  aboutItem('because-viewed'), aboutItem('because-bought'), aboutItem('goes-with'), aboutItem('bought-together'), aboutItem('similar-to'),
  /** By the history as a whole; no single item of it stands out. */
  plain('for-you'),
  plain('popular'), plain('trending'), plain('new'), plain('seen-before'),
  Type.Object({ type: Type.Literal('popular-in-size'), size: EventText }, closed),
  /** A used piece; nothing is known that likens it to what was seen. */
  plain('second-hand'),
  /** Put there by the shop's rules. */
  plain('chosen-by-shop'),
  /** Nothing is known of it: it stands where the given list or the catalog has it. */
  plain('as-listed'),
]);
export type RecommendationReason = Static<typeof RecommendationReason>;

/** A short mark on the item's picture. */
export const RecommendationBadge = Type.Enum(['for-you', 'popular', 'trending', 'new', 'second-hand']);
export type RecommendationBadge = Static<typeof RecommendationBadge>;

export const RecommendedItem = Type.Object(
  {
    /** Of a product; `second-hand`: of a used one. */
    itemId: ShopId,
    /** Larger is better within this answer; no other meaning. Absent where the shop put the item there. */
    score: Type.Optional(Type.Number()),
    reason: RecommendationReason,
    badge: Type.Optional(RecommendationBadge),
  },
  closed,
);
export type RecommendedItem = Static<typeof RecommendedItem>;

/** Answer of `GET /v1/recommendations`, and of the same question on the device. */
export const Recommendations = Type.Object(
  {
    /** Give it with `recommendation_show`, `recommendation_click` and the items of carts and orders, so that what it led to is counted. Others may get an answer of the same id. */
    id: ShopId,
    kind: RecommendationKind,
    strategy: RecommendationStrategy,
    /** Of the sequence model, where it spoke. */
    modelVersion: Type.Optional(EventText),
    /** Best first; no item twice. */
    items: Type.Array(RecommendedItem, { maxItems: MAX_RECOMMENDATIONS }),
  },
  closed,
);
export type Recommendations = Static<typeof Recommendations>;

/** An item at a fixed place of a kind's lists, where it may be shown at all. */
export const RecommendationPin = Type.Object(
  {
    kind: RecommendationKind,
    /** 1 is the first; a list that is shorter has it at its end. */
    place: Type.Integer({ minimum: 1, maximum: MAX_RECOMMENDATIONS }),
    itemId: ShopId,
  },
  closed,
);
export type RecommendationPin = Static<typeof RecommendationPin>;

/** What a shop itself decides, body and answer of `/v1/recommendations/rules`. */
export const RecommendationRules = Type.Object(
  {
    /** Of two for one place the first counts, and so of two for one item. */
    pins: Type.Array(RecommendationPin, { maxItems: 200 }),
    /** Items that are never recommended; without `kind` in no list. */
    exclusions: Type.Array(Type.Object({ kind: Type.Optional(RecommendationKind), itemId: ShopId }, closed), { maxItems: 2000 }),
  },
  closed,
);
export type RecommendationRules = Static<typeof RecommendationRules>;

/** How a session's vector is rounded before it leaves the device: whole steps of 1/64. */
export const VECTOR_STEPS_PER_UNIT = 64;

/** Body of `POST /v1/recommendations/by-vector`: where a session stands among the items, without naming one, nor anybody. */
export const VectorQuery = Type.Object(
  {
    /** Which model the vector comes from. */
    modelVersion: EventText,
    /** In steps of 1/64, as long as the model is wide. */
    vector: Type.Array(Type.Integer({ minimum: -32_767, maximum: 32_767 }), { minItems: 8, maxItems: 256 }),
    limit: Type.Integer({ minimum: 1, maximum: MAX_RECOMMENDATIONS }),
    /** Items that shall not be in the answer. */
    exclude: Type.Optional(Type.Array(ShopId, { maxItems: 200 })),
  },
  closed,
);
export type VectorQuery = Static<typeof VectorQuery>;

/** Answer of `POST /v1/recommendations/by-vector`: exactly the items of the model's table whose product with the vector is largest, of those that are sold and in stock. */
export const VectorAnswer = Type.Object(
  {
    modelVersion: EventText,
    /** Best first; `score` is the product, in the model's units. */
    items: Type.Array(Type.Object({ itemId: ShopId, score: Type.Number() }, closed), { maxItems: MAX_RECOMMENDATIONS }),
  },
  closed,
);
export type VectorAnswer = Static<typeof VectorAnswer>;
