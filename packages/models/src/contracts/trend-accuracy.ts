import { Type, type Static } from 'typebox';
import { ModelStatus, ModelVersionId } from './model-version.ts';
import { TrendFitReason } from './trend-manifest.ts';
import { TrendCall, TrendSource, TrendTag } from './trend.ts';
import { UtcMs } from './utc-ms.ts';

const closed = { additionalProperties: false };
const Count = Type.Integer({ minimum: 0 });
const Error = Type.Union([Type.Number({ minimum: 0 }), Type.Null()]);
const Share = Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()]);

/** Forecasts of the relative change against what came true. Null where nothing is judged. */
export const TrendAccuracy = Type.Object(
  {
    judged: Count,
    /** Mean absolute error of the relative change. */
    mae: Error,
    /** The same of seasonal naive. */
    maeBaseline: Error,
    /** Share of the calls (rising, flat, falling) that were right. */
    precision: Share,
    /** Share of the forecasts with a call. */
    called: Share,
    /** Shares of what came true within the intervals. */
    within80: Share,
    within95: Share,
  },
  closed,
);
export type TrendAccuracy = Static<typeof TrendAccuracy>;

/** A version of the forecast: one of the models of kind `trend`. */
export const TrendFitVersion = Type.Object(
  {
    /** From 1; of two, the higher is the newer. Forecasts name it. */
    number: Type.Integer({ minimum: 1 }),
    version: ModelVersionId,
    madeMs: UtcMs,
    /** `active`: forecasts are made with it; `rejected`: it did not beat the active one, or a person took it back. */
    status: ModelStatus,
    reason: TrendFitReason,
    /** The back-test over the half-year before. After `outcomes` there is none: `judged` counts what came true. */
    report: Type.Object({ series: Count, judged: Count, maeNew: Error, maeLive: Error, maeBaseline: Error }, closed),
  },
  closed,
);
export type TrendFitVersion = Static<typeof TrendFitVersion>;

/** Answer of `GET /v1/trends/accuracy`, over the last year of origins. */
export const TrendAccuracyReport = Type.Object(
  {
    overall: TrendAccuracy,
    sources: Type.Array(Type.Object({ source: TrendSource, ...TrendAccuracy.properties }, closed)),
    /** By the Monday of the first week that was forecast, ascending. */
    weeks: Type.Array(Type.Object({ week: Type.String(), judged: Count, mae: Error, maeBaseline: Error }, closed)),
    /** The newest first. */
    fits: Type.Array(TrendFitVersion),
  },
  closed,
);
export type TrendAccuracyReport = Static<typeof TrendAccuracyReport>;

/** Answer of `GET /v1/trends/weeks`: what was seen of a tag, and what was forecast of it. */
export const TrendWeeks = Type.Object(
  {
    tag: TrendTag,
    source: TrendSource,
    /** Ascending; weeks that were not seen are left out. */
    weeks: Type.Array(Type.Object({ week: Type.String(), value: Type.Number({ minimum: 0 }) }, closed)),
    /** Ascending. `actual`: null until the 13 weeks are over. `version` 0: a back-test, never given out. */
    forecasts: Type.Array(Type.Object({
      week: Type.String(), version: Count, change: Type.Number(), low80: Type.Number(), high80: Type.Number(), class: TrendCall, actual: Type.Union([Type.Number(), Type.Null()]),
    }, closed)),
  },
  closed,
);
export type TrendWeeks = Static<typeof TrendWeeks>;
