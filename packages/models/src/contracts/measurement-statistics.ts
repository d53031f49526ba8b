import { Type, type Static } from 'typebox';
import { Audience } from './product.ts';

const closed = { additionalProperties: false };

/** Measurements of which statistics are made. */
export const StatisticsZone = Type.Enum(['chest', 'waist', 'hip', 'inseam', 'stature']);
export type StatisticsZone = Static<typeof StatisticsZone>;

/** Whole centimetres, where no noise is added. */
const WholeCm = Type.Integer({ minimum: 20, maximum: 250 });

/**
 * Body of `POST /v1/measurement-statistics`: one body, in whole centimetres, with no id, no time and no link to an event; sent hours after it was measured.
 * `randomized`: the answer of k-ary randomized response instead: a bin of the zone's range, true only with a known probability.
 */
export const MeasurementStatistics = Type.Union([
  Type.Object({
    kind: Type.Literal('rounded'),
    audience: Audience,
    valuesCm: Type.Partial(Type.Object({ chest: WholeCm, waist: WholeCm, hip: WholeCm, inseam: WholeCm, stature: WholeCm }), closed),
  }, closed),
  Type.Object({
    kind: Type.Literal('randomized'),
    audience: Audience,
    zone: StatisticsZone,
    /** Privacy loss of this one answer. */
    epsilon: Type.Number({ minimum: 0.1, maximum: 8 }),
    /** Number of bins; the range of each zone is in `STATISTICS_RANGE_CM`. */
    bins: Type.Integer({ minimum: 2, maximum: 64 }),
    bin: Type.Integer({ minimum: 0, maximum: 63 }),
  }, closed),
]);
export type MeasurementStatistics = Static<typeof MeasurementStatistics>;
