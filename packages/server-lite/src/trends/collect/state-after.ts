import type { PauseReason } from '@vua/models/contracts';
import { backOffMs } from './back-off.ts';
import type { CollectOutcome } from './collect-outcome.ts';
import type { SourceState } from './source-record.ts';

export interface StateWorld {
  /** UTC milliseconds. */
  readonly nowMs: number;
  /** 0 up to 1. */
  readonly random: () => number;
}

type Status = CollectOutcome['status'];

/** Outcomes after which nobody but the shop can help. */
const PAUSES: Readonly<Partial<Record<Status, PauseReason>>> = { 'token-revoked': 'token-revoked', 'permission-missing': 'permission-missing' };

const HOUR_MS = 3_600_000;
/** How long a tag rests after an outcome that is its own: others go on meanwhile, or one would keep them all. */
const HOLDS_MS: Readonly<Partial<Record<Status, number>>> = { 'tag-refused': 7 * 24 * HOUR_MS, 'tag-limit': 6 * HOUR_MS, unreadable: 4 * HOUR_MS, unavailable: HOUR_MS };

export const holdMs = ({ status }: CollectOutcome): number | undefined => HOLDS_MS[status];

/** How a source does after an outcome. */
export function stateAfter(state: SourceState, outcome: CollectOutcome, { nowMs, random }: StateWorld): SourceState {
  const seen = { ...state, quota: { ...state.quota, ...outcome.quota } };
  const reason = PAUSES[outcome.status];
  if (reason !== undefined) return { ...seen, status: 'paused', reason };
  if (outcome.status === 'collected') {
    const { retryMs: _, ...going } = seen;
    return { ...going, failures: 0, successMs: outcome.snapshot.takenMs };
  }
  if (outcome.status !== 'throttled' && outcome.status !== 'unavailable') return seen;
  const failures = state.failures + 1;
  const untilMs = outcome.status === 'throttled' ? outcome.untilMs : 0;
  return { ...seen, failures, retryMs: Math.max(untilMs, nowMs + backOffMs(failures, random)) };
}

const DAY_MS = 24 * HOUR_MS;

/** Counts requests by the UTC day. */
export function withRequests(state: SourceState, requests: number, nowMs: number): SourceState {
  const dayMs = nowMs - (nowMs % DAY_MS);
  const before = state.dayMs === dayMs ? state.quota.requestsToday : 0;
  return { ...state, dayMs, quota: { ...state.quota, requestsToday: before + requests } };
}
