import { Type, type Static, type TProperties } from 'typebox';
import { ConversionItem, EventItem, EventMoney, EventText } from './event-item.ts';
import { ShopId } from './identifier.ts';
import { RecommendationKind, RecommendationStrategy } from './recommendation.ts';
import { BodyZone } from './size-chart.ts';

const closed = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });

const Items = Type.Array(EventItem, { minItems: 1, maxItems: 100 });
const ConversionItems = Type.Array(ConversionItem, { minItems: 1, maxItems: 100 });
const ItemIds = Type.Array(ShopId, { minItems: 1, maxItems: 100 });
/** How the body became known. */
const Method = Type.Enum(['camera', 'photos', 'answers', 'kept']);
/** Where on the page something was shown. */
const Placement = Type.Enum(['home', 'product', 'cart', 'list', 'search', 'checkout', 'email', 'other']);
const Position = Type.Integer({ minimum: 0, maximum: 1000 });

/** Of which answer something was shown or clicked; what it led to is counted by these. */
const Recommended = {
  recommendationId: Type.Optional(ShopId),
  kind: Type.Optional(RecommendationKind),
  strategy: Type.Optional(RecommendationStrategy),
};

/**
 * What each type of event tells. Names are GA4's where GA4 has one: `view_item`, `view_item_list`, `search`, `add_to_cart`, `remove_from_cart`, `purchase`.
 * Types and fields are only ever added; what must change gets a new `version` of the envelope.
 */
export const EVENT_DATA = {
  view_item: closed({ item: EventItem, listId: Type.Optional(ShopId) }),
  view_item_list: closed({ listId: ShopId, items: Items }),
  search: closed({ term: EventText, results: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })) }),
  add_to_cart: closed({ items: ConversionItems }),
  remove_from_cart: closed({ items: Items }),
  purchase: closed({ orderId: ShopId, items: ConversionItems, value: EventMoney }),
  return_item: closed({
    item: EventItem,
    orderId: Type.Optional(ShopId),
    reason: Type.Enum(['too-small', 'too-large', 'not-as-shown', 'damaged', 'late', 'changed-mind', 'other']),
    /** Where it was too small or too large. */
    zone: Type.Optional(Type.Enum(BodyZone.anyOf.map((zone) => zone.const))),
  }),
  click: closed({ target: EventText, itemId: Type.Optional(ShopId) }),
  size_chart_click: closed({ itemId: ShopId }),
  size_finder_open: closed({ itemId: Type.Optional(ShopId) }),
  /** How sure in three steps only: exact probabilities over many charts would spell out the body. */
  size_advice: closed({
    itemId: ShopId,
    status: Type.Enum(['recommended', 'between', 'unavailable']),
    /** Between two sizes: the likelier one. */
    size: Type.Optional(EventText),
    certainty: Type.Optional(Type.Enum(['low', 'medium', 'high'])),
    method: Method,
  }),
  size_choose: closed({ itemId: ShopId, size: EventText, advisedSize: Type.Optional(EventText) }),
  scan_start: closed({ method: Method }),
  scan_finish: closed({ method: Method, durationMs: Type.Integer({ minimum: 0, maximum: 3_600_000 }) }),
  scan_fail: closed({ method: Method, reason: Type.String({ pattern: '^[a-z][a-z-]{0,47}$' }) }),
  recommendation_show: closed({ placement: Placement, itemIds: ItemIds, modelVersion: Type.Optional(EventText), ...Recommended }),
  recommendation_click: closed({ placement: Placement, itemId: ShopId, position: Position, modelVersion: Type.Optional(EventText), ...Recommended }),
  action_show: closed({ actionId: ShopId, decisionId: Type.Optional(ShopId), placement: Placement }),
  action_take: closed({ actionId: ShopId, decisionId: Type.Optional(ShopId), placement: Placement }),
  action_dismiss: closed({ actionId: ShopId, decisionId: Type.Optional(ShopId), placement: Placement }),
  trade_in_step: closed({ tradeInId: ShopId, step: Type.Enum(['started', 'graded', 'quoted', 'accepted', 'declined', 'shipped', 'cancelled']) }),
  survey_answer: closed({ surveyId: ShopId, questionId: ShopId, answer: Type.Union([Type.Integer({ minimum: 0, maximum: 10 }), ShopId]) }),
  /** Whatever else a shop counts: at most 20 keys with flat values. Nothing that names a person. */
  custom: closed({
    name: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
    values: Type.Record(
      Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,39}$' }),
      Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean(), Type.Null()]),
      { maxProperties: 20, additionalProperties: false },
    ),
  }),
} as const;

export type EventType = keyof typeof EVENT_DATA;
export type EventData = { readonly [T in EventType]: Static<(typeof EVENT_DATA)[T]> };
