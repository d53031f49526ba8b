import { Type, type Static } from 'typebox';
import { ModelManifest } from './model-manifest.ts';
import { UtcMs } from './utc-ms.ts';

const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Error = Type.Optional(Type.Number({ minimum: 0 }));

/** Why a version of the forecast was made: what was learned from, or `outcomes`, by which the intervals of the one before were moved. */
export const TrendFitReason = Type.Enum(['first', 'more-series', 'weekly', 'mean-error', 'squared-error', 'outcomes']);
export type TrendFitReason = Static<typeof TrendFitReason>;

/** manifest.json of a trend model, whose files are `fit.json` and `shadow.json`: the same learned without the half-year before, by which a later one is judged. */
export const TrendManifest = Type.Intersect([ModelManifest, Type.Object({
  kind: Type.Literal('trend/1'),
  reason: TrendFitReason,
  madeMs: UtcMs,
  /** SHA-256 of the series that it was learned from, lower-case hexadecimal: from the very same nothing new is learned. */
  seriesSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** MAE of the relative change on the last half-year, of this one, of the one that was live then and of seasonal naive; absent: nothing was judged. */
  metrics: Type.Object({ series: Count, judged: Count, maeNew: Error, maeLive: Error, maeBaseline: Error }, { additionalProperties: false }),
})]);
export type TrendManifest = Static<typeof TrendManifest>;
