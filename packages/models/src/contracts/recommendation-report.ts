import { Type, type Static } from 'typebox';
import { EventMoney, EventText } from './event-item.ts';
import { RecommendationKind, RecommendationStrategy } from './recommendation.ts';

const closed = { additionalProperties: false };
const Count = Type.Integer({ minimum: 0 });
const UtcMs = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** What was put into the cart and bought after a click in a list. */
const Conversions = Type.Object(
  {
    /** Pieces put into the cart. */
    carted: Count,
    /** Pieces bought: each line of an order once, however often the order is told. */
    bought: Count,
    /** Of what was bought, where the event tells a price; by currency. Never more than the order's value. */
    revenue: Type.Array(EventMoney),
  },
  closed,
);

/** What the lists of one kind, strategy and model led to. */
export const RecommendationFigures = Type.Object(
  {
    /** Absent where events did not tell. */
    kind: Type.Optional(RecommendationKind),
    strategy: Type.Optional(RecommendationStrategy),
    /** Of what a model chose; `other`: of versions that the shop does not have, or no longer. */
    modelVersion: Type.Optional(EventText),
    /** Lists that were shown. */
    lists: Count,
    /** Items in them. */
    shown: Count,
    /** Clicks after a showing, each showing of an item once at most. */
    clicked: Count,
    /** By the recommendation id that the item carried in the cart or the order: of a list that was shown with it in this time, and clicked on that device. */
    byId: Conversions,
    /** Of items that carried no id, as from pages without script: the last click on the item by the same pseudonymous id, which lives 24 hours. */
    byClick: Conversions,
    /** Share of the catalog that was shown at all, 0-1. */
    coverage: Type.Number(),
    /** How unevenly the catalog's items were shown: 0 all alike, towards 1 always the same. */
    gini: Type.Number(),
    /** Mean surprise of what was shown, in bits: minus the binary logarithm of its share in all steps of the time. */
    noveltyBits: Type.Number(),
  },
  closed,
);
export type RecommendationFigures = Static<typeof RecommendationFigures>;

/** Answer of `GET /v1/insights/recommendations`. */
export const RecommendationReport = Type.Object(
  {
    fromMs: UtcMs,
    /** Exclusive. */
    toMs: UtcMs,
    /** What is put into the cart or bought counts within so many days after the click. */
    withinDays: Count,
    /** Those shown most first. */
    rows: Type.Array(RecommendationFigures),
  },
  closed,
);
export type RecommendationReport = Static<typeof RecommendationReport>;
