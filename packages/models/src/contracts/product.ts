import { Type, type Static } from 'typebox';
import { Identifier } from './identifier.ts';
import { LocalizedText } from './localized-text.ts';
import { Money } from './money.ts';
import { GarmentType } from './garment.ts';

/** For whom a garment is cut. */
export const Audience = Type.Union([Type.Literal('women'), Type.Literal('men'), Type.Literal('unisex')]);
export type Audience = Static<typeof Audience>;

/** A colour a garment is sold in. */
export const ProductColour = Type.Object(
  {
    id: Identifier,
    name: LocalizedText,
    /** sRGB, `#rrggbb`. */
    hex: Type.String({ pattern: '^#[0-9a-f]{6}$' }),
  },
  { additionalProperties: false },
);
export type ProductColour = Static<typeof ProductColour>;

/** One garment of a shop's catalog. */
export const Product = Type.Object(
  {
    id: Identifier,
    garmentType: GarmentType,
    audience: Audience,
    name: LocalizedText,
    description: LocalizedText,
    material: LocalizedText,
    price: Money,
    colours: Type.Array(ProductColour, { minItems: 1, maxItems: 24 }),
    sizeChartId: Identifier,
    /** Worn before, as feeds of products say it; one piece or few. Absent: new. */
    condition: Type.Optional(Type.Literal('used')),
    /** Labels of the sizes that can be bought now, as the chart writes them. Absent: all of them. */
    sizesInStock: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 24 }), { maxItems: 120 })),
  },
  { additionalProperties: false },
);
export type Product = Static<typeof Product>;

/** Answer of `GET /v1/products`, in the shop's own order. */
export const ProductList = Type.Object({ products: Type.Array(Product) }, { additionalProperties: false });
export type ProductList = Static<typeof ProductList>;
