import { Type, type Static } from 'typebox';
import { UtcMs } from './utc-ms.ts';

const closed = { additionalProperties: false };

/** Where a shop can collect trends. */
export const CollectedSource = Type.Enum(['instagram', 'pinterest']);
export type CollectedSource = Static<typeof CollectedSource>;

/** What is looked for: words with single blanks between them, without `#`; kept in lower case. A hashtag is the words without the blanks. */
const TrackedTag = Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\s#@\\u0000-\\u001f\\u007f]+(?: [^\\s#@\\u0000-\\u001f\\u007f]+)*$' });

/** The countries and groups of countries of which Pinterest tells trends. */
export const PinterestRegion = Type.Enum([
  'US', 'CA', 'DE', 'FR', 'ES', 'IT', 'DE+AT+CH', 'GB+IE', 'IT+ES+PT+GR+MT', 'PL+RO+HU+SK+CZ', 'SE+DK+FI+NO', 'NL+BE+LU', 'AR', 'BR', 'CO', 'MX', 'MX+AR+CO+CL', 'AU+NZ',
]);
export type PinterestRegion = Static<typeof PinterestRegion>;

const FIELDS = {
  /** Numbers of the Instagram accounts in whose name hashtags are looked up: 30 different ones in 7 days for each. */
  accountIds: Type.Array(Type.String({ pattern: '^[0-9]{1,32}$' }), { maxItems: 10, uniqueItems: true }),
  regions: Type.Array(PinterestRegion, { maxItems: 6, uniqueItems: true }),
  tags: Type.Array(TrackedTag, { minItems: 1, maxItems: 300 }),
};

/** Body of `PUT /v1/trends/sources/{source}`. */
export const TrendSourceSettings = Type.Object(
  {
    /** Where the API is. @default the official address; another one only at an origin that the server allows */
    baseUrl: Type.Optional(Type.String({ maxLength: 200, pattern: '^https?://[!-~]+$' })),
    /** Never given back. Absent: the one that is kept stays. */
    token: Type.Optional(Type.String({ minLength: 8, maxLength: 1024, pattern: '^[!-~]+$' })),
    /** Instagram: at least one. */
    accountIds: Type.Optional(FIELDS.accountIds),
    /** Pinterest. @default `["US"]` */
    regions: Type.Optional(FIELDS.regions),
    tags: FIELDS.tags,
  },
  closed,
);
export type TrendSourceSettings = Static<typeof TrendSourceSettings>;

/** Why a source rests until it is configured anew. */
export const PauseReason = Type.Enum(['token-revoked', 'permission-missing', 'token-unreadable']);
export type PauseReason = Static<typeof PauseReason>;

/** How much of what a source allows is used. */
export const TrendQuota = Type.Object(
  {
    /** Of the UTC day that the last request fell on. */
    requestsToday: Type.Integer({ minimum: 0 }),
    requestsPerDay: Type.Optional(Type.Integer({ minimum: 1 })),
    /** By the source's own figures, the highest of them; at 100 it answers nothing more. */
    usagePercent: Type.Optional(Type.Number({ minimum: 0 })),
    /** Different hashtags within 7 days, of all accounts. */
    hashtagsUsed: Type.Optional(Type.Integer({ minimum: 0 })),
    hashtagsLimit: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  closed,
);
export type TrendQuota = Static<typeof TrendQuota>;

/** A configured source, and how it does. */
export const TrendSourceReport = Type.Object(
  {
    source: CollectedSource,
    baseUrl: Type.String(),
    accountIds: FIELDS.accountIds,
    regions: FIELDS.regions,
    tags: FIELDS.tags,
    savedAtMs: UtcMs,
    status: Type.Enum(['active', 'paused']),
    /** Of a paused source. */
    reason: Type.Optional(PauseReason),
    quota: TrendQuota,
    lastSuccessAtMs: Type.Optional(UtcMs),
    /** Not asked before. */
    retryAtMs: Type.Optional(UtcMs),
    /** Age of the newest answer that was kept. */
    newestSnapshotAgeMs: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Tags that rest: the source refuses them, cannot answer, or has no place for another hashtag. */
    heldTags: Type.Array(TrackedTag),
  },
  closed,
);
export type TrendSourceReport = Static<typeof TrendSourceReport>;

/** Answer of `GET /v1/trends/sources`. */
export const TrendSourceList = Type.Object({ sources: Type.Array(TrendSourceReport) }, closed);
export type TrendSourceList = Static<typeof TrendSourceList>;
