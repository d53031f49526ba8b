import { Type, type Static } from 'typebox';
import { EventMoney, EventText } from './event-item.ts';
import { RecommendationKind, RecommendationStrategy } from './recommendation.ts';

const closed = { additionalProperties: false };
const Count = Type.Integer({ minimum: 0 });
const UtcMs = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** What the lists of one kind, strategy and model led to. */
export const RecommendationFigures = Type.Object(
  {
    /** Absent where events did not tell. */
    kind: Type.Optional(RecommendationKind),
    strategy: Type.Optional(RecommendationStrategy),
    modelVersion: Type.Optional(EventText),
    /** Lists that were shown. */
    lists: Count,
    /** Items in them. */
    shown: Count,
    clicked: Count,
    /** Items bought after a click on them, by the same pseudonymous id; the last click counts. */
    bought: Count,
    /** Of what was bought so, where the event tells a price; by currency. */
    revenue: Type.Array(EventMoney),
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
    /** A purchase counts within so many days after the click; pseudonymous ids live 24 hours, so longer windows find more only where the shop knows its customers. */
    withinDays: Count,
    /** Those shown most first. */
    rows: Type.Array(RecommendationFigures),
  },
  closed,
);
export type RecommendationReport = Static<typeof RecommendationReport>;
