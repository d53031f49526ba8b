import { Type, type Static } from 'typebox';
import { ShopId } from './identifier.ts';

/** An amount in the smallest unit of its currency (ISO 4217), as the shop states it. */
export const EventMoney = Type.Object(
  { amountMinor: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), currency: Type.String({ pattern: '^[A-Z]{3}$' }) },
  { additionalProperties: false },
);
export type EventMoney = Static<typeof EventMoney>;

/** Short text that a shop gives, such as a category: 1-100 characters, no control characters. */
export const EventText = Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000-\\u001f\\u007f]*$' });

/** What an event is about. All but the id may be absent. */
export const EventItem = Type.Object(
  {
    itemId: ShopId,
    /** As the shop writes it, such as `M` or `W32 L30`. */
    size: Type.Optional(EventText),
    colour: Type.Optional(EventText),
    category: Type.Optional(EventText),
    /** Of one piece. */
    price: Type.Optional(EventMoney),
    /** @default 1 */
    quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  },
  { additionalProperties: false },
);
export type EventItem = Static<typeof EventItem>;

/** An item that is put into the cart or bought. */
export const ConversionItem = Type.Object(
  {
    ...EventItem.properties,
    /** The answer of recommendations that it was clicked in, at most seven days before. A tracker adds it where it knows. */
    recommendationId: Type.Optional(ShopId),
  },
  { additionalProperties: false },
);
