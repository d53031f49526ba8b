import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false };
const Share = Type.Number({ minimum: 0, maximum: 1 });

/** A hashtag or attribute, with or without `#`; upper and lower case are one. 1-64 characters. */
export const TrendTag = Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\u0000-\\u001f\\u007f]*$' });
export type TrendTag = Static<typeof TrendTag>;

export const TrendSource = Type.Enum(['instagram', 'pinterest', 'csv', 'shop']);
export type TrendSource = Static<typeof TrendSource>;

export const TrendCall = Type.Enum(['rising', 'flat', 'falling', 'uncertain']);
export type TrendCall = Static<typeof TrendCall>;

const MAX_TAGS = 50;

/** Body of `POST /v1/trends/predict`. */
export const TrendQuestion = Type.Object(
  {
    tags: Type.Array(TrendTag, { minItems: 1, maxItems: MAX_TAGS }),
    /** Weeks of the path. @default 13 */
    horizonWeeks: Type.Optional(Type.Integer({ minimum: 1, maximum: 52 })),
    /** Absent: for each tag the source that was seen last. */
    source: Type.Optional(TrendSource),
  },
  closed,
);
export type TrendQuestion = Static<typeof TrendQuestion>;

const Interval = Type.Object({ low: Type.Number(), high: Type.Number() }, closed);

/** c = mean(next 13 weeks) / mean(last 13 weeks) - 1. */
export const TrendChange = Type.Object(
  {
    value: Type.Number({ minimum: -1 }),
    interval80: Interval,
    interval95: Interval,
    /** The same by seasonal naive: last year's weeks again. */
    baseline: Type.Number(),
    /** Rising above +0.15, falling below -0.15, else flat; `uncertain` where none has a chance of 0.70. */
    class: TrendCall,
    /** Of the most likely class. */
    probability: Share,
    probabilities: Type.Object({ rising: Share, flat: Share, falling: Share }, closed),
  },
  closed,
);
export type TrendChange = Static<typeof TrendChange>;

export const TrendPathWeek = Type.Object(
  {
    /** Monday, such as `2026-11-30`. */
    week: Type.String(),
    value: Type.Number({ minimum: 0 }),
    interval80: Interval,
    interval95: Interval,
    baseline: Type.Number({ minimum: 0 }),
  },
  closed,
);
export type TrendPathWeek = Static<typeof TrendPathWeek>;

export const TrendQuality = Type.Object(
  {
    historyWeeks: Type.Integer({ minimum: 0 }),
    /** Of the weeks since the first one seen. */
    missingShare: Share,
    zeroShare: Share,
    /** Whole weeks that have passed since the last one seen. */
    ageWeeks: Type.Integer({ minimum: 0 }),
    /** `low` under 26 weeks of history, `reduced` under 52 or with a quarter missing. */
    confidence: Type.Enum(['normal', 'reduced', 'low']),
    /** `borrowed`: from tags that look alike, for want of a year of its own. */
    season: Type.Enum(['own', 'borrowed']),
  },
  closed,
);
export type TrendQuality = Static<typeof TrendQuality>;

/** Parts that explain the change, as relative changes. */
export const TrendWhy = Type.Object(
  {
    /** Mean of the last 13 weeks, in the source's unit. */
    level: Type.Number(),
    /** What the season alone would bring. */
    season: Type.Number(),
    /** The last 8 weeks against the same a year before. */
    momentum: Type.Number(),
    /** Tags whose weeks move together with this one's, the nearest first. */
    similarTags: Type.Array(TrendTag),
  },
  closed,
);
export type TrendWhy = Static<typeof TrendWhy>;

const seen = {
  tag: TrendTag,
  source: TrendSource,
  /** Monday of the last week seen. */
  asOfWeek: Type.String(),
  path: Type.Array(TrendPathWeek),
  quality: TrendQuality,
};

export const TrendAnswer = Type.Union([
  Type.Object(
    {
      status: Type.Literal('forecast'), ...seen,
      /** 0-100: 50 stays, 100 rises for certain, 0 falls for certain. 100 x (chance to rise + half the chance to stay flat). */
      trendScore: Type.Integer({ minimum: 0, maximum: 100 }),
      change: TrendChange, why: TrendWhy,
    },
    closed,
  ),
  /** Nothing was seen in the last 13 weeks: no change can be told against 0. */
  Type.Object({ status: Type.Literal('no-base'), ...seen }, closed),
  Type.Object({ status: Type.Literal('too-short'), tag: TrendTag, source: TrendSource }, closed),
  /** Nobody has seen this tag; `nearest` are known ones that are written alike. */
  Type.Object({ status: Type.Literal('unknown'), tag: TrendTag, nearest: Type.Array(TrendTag) }, closed),
]);
export type TrendAnswer = Static<typeof TrendAnswer>;

/** Answer of `POST /v1/trends/predict`, in the order of the question. */
export const TrendPredictions = Type.Object(
  {
    /** Of the fit; 0 before the first. */
    modelVersion: Type.Integer({ minimum: 0 }),
    horizonWeeks: Type.Integer({ minimum: 1, maximum: 52 }),
    tags: Type.Array(TrendAnswer),
  },
  closed,
);
export type TrendPredictions = Static<typeof TrendPredictions>;

/** A line of the lists of rising and falling tags. */
export const TrendLine = Type.Object(
  { tag: TrendTag, source: TrendSource, asOfWeek: Type.String(), trendScore: Type.Integer({ minimum: 0, maximum: 100 }), change: TrendChange, confidence: TrendQuality.properties.confidence },
  closed,
);
export type TrendLine = Static<typeof TrendLine>;

/** Answer of `GET /v1/trends/top`: the largest change first; falling tags the other way round. */
export const TrendTop = Type.Object({ modelVersion: Type.Integer({ minimum: 0 }), class: TrendCall, tags: Type.Array(TrendLine) }, closed);
export type TrendTop = Static<typeof TrendTop>;

/** Body of `POST /predict`. */
export const HashtagQuestion = Type.Object({ hashtags: Type.Array(TrendTag, { minItems: 1, maxItems: MAX_TAGS }) }, closed);
export type HashtagQuestion = Static<typeof HashtagQuestion>;

const HashtagScore = Type.Object(
  {
    hashtag: TrendTag,
    status: Type.Enum(['forecast', 'no-base', 'too-short', 'unknown']),
    trend_score: Type.Union([Type.Integer({ minimum: 0, maximum: 100 }), Type.Null()]),
    change: Type.Union([Type.Number(), Type.Null()]),
    class: Type.Union([TrendCall, Type.Null()]),
    confidence: Type.Union([TrendQuality.properties.confidence, Type.Null()]),
  },
  closed,
);

/** Answer of `POST /predict`. */
export const HashtagScores = Type.Object(
  {
    /** Mean of those that could be forecast; null where none could. */
    trend_score: Type.Union([Type.Integer({ minimum: 0, maximum: 100 }), Type.Null()]),
    hashtags: Type.Array(HashtagScore),
  },
  closed,
);
export type HashtagScores = Static<typeof HashtagScores>;

/** What became of a file of history. */
export const TrendHistoryReceipt = Type.Object({ tags: Type.Integer({ minimum: 0 }), weeks: Type.Integer({ minimum: 0 }), fromWeek: Type.String(), toWeek: Type.String() }, closed);
export type TrendHistoryReceipt = Static<typeof TrendHistoryReceipt>;
