import { Type, type Static } from 'typebox';
import { GarmentFit, GarmentStretch, GarmentType } from './garment.ts';

/**
 * What a size chart may speak of. Centimetres, bare body; definitions in `docs/measurements.md`, names of ISO 8559-1 in `ISO_8559_NAMES`.
 * Girths except `shoulderBreadth`, `inseam`, `armLength` and `stature`; `bustDifference` is chest less underbust: the cup.
 * Neither a camera nor a questionnaire gives `underbust` and `bustDifference`; `stature` is what the shopper says.
 */
export const BodyZone = Type.Union([
  Type.Literal('chest'), Type.Literal('waist'), Type.Literal('waistNavel'), Type.Literal('hip'), Type.Literal('neck'),
  Type.Literal('shoulderBreadth'), Type.Literal('upperArm'), Type.Literal('thigh'), Type.Literal('inseam'), Type.Literal('armLength'),
  Type.Literal('underbust'), Type.Literal('bustDifference'), Type.Literal('stature'),
]);
export type BodyZone = Static<typeof BodyZone>;

/** Half-open range [minCm, maxCm) of a body measurement. */
export const BodyRange = Type.Object(
  { minCm: Type.Number({ minimum: 0, maximum: 300 }), maxCm: Type.Number({ minimum: 0, maximum: 300 }) },
  { additionalProperties: false },
);
export type BodyRange = Static<typeof BodyRange>;

/** Half-open range [minKg, maxKg) of body mass. */
export const MassRange = Type.Object(
  { minKg: Type.Number({ minimum: 0, maximum: 400 }), maxKg: Type.Number({ minimum: 0, maximum: 400 }) },
  { additionalProperties: false },
);
export type MassRange = Static<typeof MassRange>;

const zones = <T extends Parameters<typeof Type.Optional>[0]>(of: T) =>
  Type.Partial(Type.Record(BodyZone, of), { additionalProperties: false });

const SizeLabel = Type.String({ minLength: 1, maxLength: 24 });

/** One size: the bodies it is made for, and optionally the garment itself. */
export const SizeRow = Type.Object(
  {
    /** As the shop writes it, such as `M`, `38`, `W32 L30` or `75B`. Unique in the chart. */
    label: SizeLabel,
    /** The same size in other systems, as the merchant labels it; never worked out by a formula. */
    systems: Type.Optional(Type.Partial(Type.Object({
      eu: Type.String(), us: Type.String(), uk: Type.String(), vn: Type.String(), jp: Type.String(), kr: Type.String(), cn: Type.String(),
    }))),
    /** Body measurements the size is made for. */
    body: zones(BodyRange),
    /** Body mass the size is made for, where the chart says so. */
    mass: Type.Optional(MassRange),
    /** Finished garment measurements at the same zones, girths all the way round, cm. Gives the ease. */
    garmentCm: Type.Optional(zones(Type.Number({ minimum: 0, maximum: 400 }))),
    /**
     * Where a size is a pair: its part of the label at each axis, `{waist: '32', inseam: '30'}` for W32 L30, `{underbust: '75', bustDifference: 'B'}`,
     * `{hip: 'M', stature: 'petite'}`. Every row of a chart has the same axes or none; `splitGrid` turns such a chart into one of single steps an axis.
     */
    grid: Type.Optional(zones(SizeLabel)),
  },
  { additionalProperties: false },
);
export type SizeRow = Static<typeof SizeRow>;

/** Most rows of a chart: 16 waists by 7 legs are 112. */
export const MAX_SIZES = 120;

/** A merchant's size chart for one garment; rows from the smallest size to the largest, of a grid axis by axis. */
export const SizeChart = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 64 }),
    garmentType: GarmentType,
    fit: GarmentFit,
    /** Absent: what is usual for the type of garment. */
    stretch: Type.Optional(GarmentStretch),
    /** Absent: adults. Children's sizes are chosen by stature first. */
    wearer: Type.Optional(Type.Union([Type.Literal('adult'), Type.Literal('child')])),
    /** `garment`: the merchant gave the garment's own measurements, and `body` was worked out with our ease. Absent: the merchant gave `body`. */
    bodyFrom: Type.Optional(Type.Union([Type.Literal('chart'), Type.Literal('garment')])),
    rows: Type.Array(SizeRow, { minItems: 1, maxItems: MAX_SIZES }),
  },
  { additionalProperties: false },
);
export type SizeChart = Static<typeof SizeChart>;
