import { Type, type Static } from 'typebox';

export const GarmentType = Type.Union([
  Type.Literal('shirt'), Type.Literal('tee'), Type.Literal('knit'), Type.Literal('jacket'), Type.Literal('coat'), Type.Literal('dress'),
  Type.Literal('trousers'), Type.Literal('jeans'), Type.Literal('skirt'), Type.Literal('underwear'), Type.Literal('swimwear'), Type.Literal('bra'),
]);
export type GarmentType = Static<typeof GarmentType>;

/** How the garment is cut. */
export const GarmentFit = Type.Union([Type.Literal('slim'), Type.Literal('regular'), Type.Literal('loose')]);
export type GarmentFit = Static<typeof GarmentFit>;

/** How far the cloth gives across: a plain weave; a weave with elastane or a firm jersey; rib, swim and underwear knits. */
export const GarmentStretch = Type.Union([Type.Literal('none'), Type.Literal('some'), Type.Literal('high')]);
export type GarmentStretch = Static<typeof GarmentStretch>;
