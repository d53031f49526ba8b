import { Type, type Static } from 'typebox';

/** An amount in the smallest unit of its currency. VND has no decimals: 490000 is 490,000 đồng. */
export const Money = Type.Object(
  { amountMinor: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), currency: Type.Literal('VND') },
  { additionalProperties: false },
);
export type Money = Static<typeof Money>;
