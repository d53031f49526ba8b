import { Type, type Static } from 'typebox';
import { LocalizedText } from './localized-text.ts';

const closed = { additionalProperties: false };

/** What an attribute of fashion is about. */
export const TrendAttributeKind = Type.Enum(['colour', 'fabric', 'garment', 'pattern', 'silhouette']);
export type TrendAttributeKind = Static<typeof TrendAttributeKind>;

/** An attribute that posts, shoppers and items are counted by, in words. Its id is its tag. */
export const TrendAttribute = Type.Object(
  {
    /** Kind and name, such as `colour:beige`. */
    id: Type.String({ pattern: '^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 }),
    kind: TrendAttributeKind,
    /** Lower case, without its kind: `beige`. */
    label: LocalizedText,
  },
  closed,
);
export type TrendAttribute = Static<typeof TrendAttribute>;

/** Answer of `GET /v1/trends/attributes`. */
export const TrendAttributes = Type.Object({ attributes: Type.Array(TrendAttribute) }, closed);
export type TrendAttributes = Static<typeof TrendAttributes>;
