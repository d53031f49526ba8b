import { PauseReason, TrendQuota, type CollectedSource, type PinterestRegion } from '@vua/models/contracts';
import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false };

/** How a source does. `failures`: in a row; `dayMs`: begin of the UTC day that `quota.requestsToday` counts. */
export const SourceState = Type.Object(
  {
    status: Type.Enum(['active', 'paused']),
    reason: Type.Optional(PauseReason),
    failures: Type.Integer({ minimum: 0 }),
    /** Not asked before, UTC milliseconds. */
    retryMs: Type.Optional(Type.Integer({ minimum: 0 })),
    successMs: Type.Optional(Type.Integer({ minimum: 0 })),
    dayMs: Type.Integer({ minimum: 0 }),
    quota: TrendQuota,
  },
  closed,
);
export type SourceState = Static<typeof SourceState>;

/** A source as the shop configured it. */
export interface SourceConfig {
  readonly source: CollectedSource;
  readonly baseUrl: string;
  /** As `createTokenVault` seals it. */
  readonly sealedToken: string;
  readonly accountIds: readonly string[];
  readonly regions: readonly PinterestRegion[];
  /** Lower case, without `#`. */
  readonly tags: readonly string[];
  /** UTC milliseconds: names the version of the configuration. */
  readonly savedMs: number;
}

export interface SourceRecord {
  readonly tenantId: string;
  readonly config: SourceConfig;
  readonly state: SourceState;
}

export const FRESH_STATE: SourceState = { status: 'active', failures: 0, dayMs: 0, quota: { requestsToday: 0 } };
