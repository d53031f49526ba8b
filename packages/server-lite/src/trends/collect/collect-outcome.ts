import type { TrendQuota } from '@vua/models/contracts';
import type { Snapshot } from './snapshot.ts';
import type { SnapshotBatch } from './snapshot-repository.ts';

/** Figures that a source told of its quota. */
export type QuotaSeen = Omit<TrendQuota, 'requestsToday'>;

/** What came of asking a source. */
export type CollectOutcome = { readonly quota?: QuotaSeen } & (
  | ({ readonly status: 'collected' } & SnapshotBatch)
  /** The source shall not be asked before. */
  | { readonly status: 'throttled'; readonly untilMs: number }
  /** No request is left in this run. */
  | { readonly status: 'out-of-budget' }
  /** No account may look up another hashtag now; those that were looked up within 7 days go on. */
  | { readonly status: 'tag-limit' }
  | { readonly status: 'token-revoked' }
  | { readonly status: 'permission-missing' }
  | { readonly status: 'unavailable'; readonly reason: 'network' | 'timeout' | 'too-large' | 'server-error' }
  /** Sensitive, unknown or not allowed: sources give one error for all of it. */
  | { readonly status: 'tag-refused'; readonly snapshot: Snapshot }
  /** Not as documented; the answer is kept. */
  | { readonly status: 'unreadable'; readonly snapshot: Snapshot }
  /** The process ends. */
  | { readonly status: 'stopped' }
);
