import { Type, type Static } from 'typebox';

/** Body zones a size chart may speak of; girths except `inseam` and `armLength`. Centimetres. */
export const BodyZone = Type.Union([
  Type.Literal('chest'), Type.Literal('waist'), Type.Literal('waistNavel'), Type.Literal('hip'), Type.Literal('neck'),
  Type.Literal('shoulderBreadth'), Type.Literal('upperArm'), Type.Literal('thigh'), Type.Literal('inseam'), Type.Literal('armLength'),
]);
export type BodyZone = Static<typeof BodyZone>;

/** Half-open range [minCm, maxCm) of a body measurement. */
export const BodyRange = Type.Object(
  { minCm: Type.Number({ minimum: 0, maximum: 300 }), maxCm: Type.Number({ minimum: 0, maximum: 300 }) },
  { additionalProperties: false },
);
export type BodyRange = Static<typeof BodyRange>;

const zones = <T extends Parameters<typeof Type.Optional>[0]>(of: T) =>
  Type.Partial(Type.Record(BodyZone, of), { additionalProperties: false });

/** One size: the bodies it is made for, and optionally the garment itself. */
export const SizeRow = Type.Object(
  {
    /** As the shop writes it, such as `M` or `38`. Unique in the chart. */
    label: Type.String({ minLength: 1, maxLength: 24 }),
    /** The same size in other systems. */
    systems: Type.Optional(Type.Partial(Type.Object({ eu: Type.String(), us: Type.String(), uk: Type.String(), vn: Type.String() }))),
    /** Body measurements the size is made for. */
    body: zones(BodyRange),
    /** Finished garment measurements at the same zones, cm. Gives the ease. */
    garmentCm: Type.Optional(zones(Type.Number({ minimum: 0, maximum: 400 }))),
  },
  { additionalProperties: false },
);
export type SizeRow = Static<typeof SizeRow>;

export const GarmentType = Type.Union([
  Type.Literal('shirt'), Type.Literal('tee'), Type.Literal('jacket'), Type.Literal('dress'), Type.Literal('trousers'), Type.Literal('skirt'),
]);
export type GarmentType = Static<typeof GarmentType>;

/** How the garment is cut. */
export const GarmentFit = Type.Union([Type.Literal('slim'), Type.Literal('regular'), Type.Literal('loose')]);
export type GarmentFit = Static<typeof GarmentFit>;

/** A merchant's size chart for one garment; rows from the smallest size to the largest. */
export const SizeChart = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 64 }),
    garmentType: GarmentType,
    fit: GarmentFit,
    rows: Type.Array(SizeRow, { minItems: 1, maxItems: 40 }),
  },
  { additionalProperties: false },
);
export type SizeChart = Static<typeof SizeChart>;
