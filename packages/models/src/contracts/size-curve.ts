import { Type, type Static } from 'typebox';
import { StatisticsZone } from './measurement-statistics.ts';
import { Audience } from './product.ts';

const closed = { additionalProperties: false };

/** A range of a measurement, in whole centimetres. The first of a curve has no lower end and the last no upper end: theirs would be single bodies'. */
const CELL_RANGE = {
  /** Inclusive. */
  fromCm: Type.Optional(Type.Integer()),
  /** Exclusive. */
  belowCm: Type.Optional(Type.Integer()),
};

/** How a measurement is spread over the bodies of a shop. */
export const SizeCurve = Type.Union([
  Type.Object({
    kind: Type.Literal('rounded'),
    audience: Audience,
    zone: StatisticsZone,
    /** Answers behind the curve: the sum of its cells. */
    answers: Type.Integer({ minimum: 1 }),
    cells: Type.Array(Type.Object({ ...CELL_RANGE, answers: Type.Integer({ minimum: 1 }), share: Type.Number() }, closed)),
  }, closed),
  /** From randomized answers: `share` is freed of the noise, may lie a little outside of 0-1, and has a standard error. */
  Type.Object({
    kind: Type.Literal('randomized'),
    audience: Audience,
    zone: StatisticsZone,
    epsilon: Type.Number(),
    bins: Type.Integer(),
    answers: Type.Integer({ minimum: 1 }),
    /** `answers`: as they came, noise included. */
    cells: Type.Array(Type.Object({ ...CELL_RANGE, answers: Type.Integer({ minimum: 1 }), share: Type.Number(), standardError: Type.Number() }, closed)),
  }, closed),
]);
export type SizeCurve = Static<typeof SizeCurve>;

/** Answer of `GET /v1/insights/size-curve`. */
export const SizeCurveReport = Type.Object(
  {
    /** No cell has fewer answers than this, and a curve changes only by at least so many at once. */
    leastAnswers: Type.Integer({ minimum: 1 }),
    /** Curves with too few answers are absent. */
    curves: Type.Array(SizeCurve),
  },
  closed,
);
export type SizeCurveReport = Static<typeof SizeCurveReport>;
