import type { SendAlert } from '../alerts/trend-alert.ts';
import type { CollectOutcome } from './collect-outcome.ts';
import { openSource, REQUESTS_PER_DAY } from './open-source.ts';
import { mayBeAsked, planCollection, type CollectTask } from './plan-collection.ts';
import { createRequestBudget, type RequestBudget } from './request-budget.ts';
import type { SourceRecord, SourceState } from './source-record.ts';
import { holdMs, stateAfter, withRequests } from './state-after.ts';
import type { TokenVault } from './token-vault.ts';
import type { CollectWorld, TrendSource } from './trend-source.ts';
import type { TrendStores } from './trend-stores.ts';

export interface CollectorDeps extends CollectWorld {
  readonly stores: TrendStores;
  readonly vault: TokenVault;
  /** 0 up to 1. */
  readonly random: () => number;
  readonly alert: SendAlert;
  /** Of one source of one shop; more than the longest collection of a tag needs. @default 100 */
  readonly requestsPerRun?: number;
}

/** A source within one run. */
interface OpenSource {
  readonly record: SourceRecord;
  readonly source: TrendSource;
  readonly budget: RequestBudget;
  state: SourceState;
  /** The run asks nothing more of it. */
  isDone: boolean;
}

const REQUESTS_PER_RUN = 100;

/** Collects what is due of every shop's sources, the oldest first, until their budgets are used. What goes wrong at one source stops no other. Rejects only when the database fails, at the end: what it does not take of one source is no reason to ask no other. */
export const createCollector = (deps: CollectorDeps) => async (signal: AbortSignal): Promise<void> => {
  const { sources, snapshots } = deps.stores;
  const records = await sources.list();
  const all = await Promise.all(records.map(async (record) => ({ record, progress: await snapshots.progress(record.tenantId, record.config.source) })));
  const open = new Map<SourceRecord, OpenSource | undefined>();
  const failures: unknown[] = [];
  for (const task of planCollection(all, deps.now())) {
    if (signal.aborted) return;
    try {
      if (!open.has(task.record)) open.set(task.record, await openOrPause(task.record, deps));
      const source = open.get(task.record);
      if (source !== undefined && !source.isDone) await collectTag(task, source, deps, signal);
    } catch (error) {
      failures.push(error);
      open.set(task.record, undefined);
    }
  }
  if (failures.length > 0) throw failures[0];
};

/** Undefined: the token cannot be read, and the source rests. */
async function openOrPause(record: SourceRecord, deps: CollectorDeps): Promise<OpenSource | undefined> {
  const { config, state, tenantId } = record;
  const { source, baseUrl, accountIds, regions } = config;
  const token = deps.vault.open(config.sealedToken, { tenantId, source });
  if (token === undefined) {
    await note(record, { ...state, status: 'paused', reason: 'token-unreadable' }, deps);
    return undefined;
  }
  const today = withRequests(state, 0, deps.now());
  const leftToday = (REQUESTS_PER_DAY[source] ?? Infinity) - today.quota.requestsToday;
  const budget = createRequestBudget(Math.min(deps.requestsPerRun ?? REQUESTS_PER_RUN, leftToday));
  return { record, source: openSource(source, { baseUrl, token, accountIds, regions }, deps), budget, state: today, isDone: false };
}

async function collectTag({ progress }: CollectTask, open: OpenSource, deps: CollectorDeps, signal: AbortSignal): Promise<void> {
  const { record: { config: { source }, tenantId } } = open;
  const place = { tenantId, source, tag: progress.tag };
  const leftBefore = open.budget.left();
  for await (const outcome of open.source.collect({ progress, budget: open.budget, signal, seenBy: (ids, atMs) => deps.stores.posts.seenBy(place, ids, atMs) })) {
    await keep(place, outcome, deps);
    open.state = stateAfter(open.state, outcome, { nowMs: deps.now(), random: deps.random });
    open.isDone ||= outcome.status === 'out-of-budget' || outcome.status === 'stopped';
  }
  open.state = withRequests(open.state, leftBefore - open.budget.left(), deps.now());
  open.isDone ||= !mayBeAsked(open, deps.now());
  await note(open.record, open.state, deps);
}

/** Before the next answer is asked for. */
async function keep(place: Parameters<TrendStores['snapshots']['save']>[0], outcome: CollectOutcome, { now, stores: { snapshots } }: CollectorDeps): Promise<void> {
  if (outcome.status === 'collected') await snapshots.save(place, outcome);
  if (outcome.status === 'tag-refused' || outcome.status === 'unreadable') await snapshots.save(place, { snapshot: outcome.snapshot, posts: [], points: [], isFinished: false });
  const restMs = holdMs(outcome);
  if (restMs !== undefined) await snapshots.hold(place, now() + restMs);
}

async function note({ config, tenantId }: SourceRecord, state: SourceState, { alert, stores }: CollectorDeps): Promise<void> {
  await stores.sources.note(tenantId, config, state);
  if (state.status === 'paused' && state.reason !== undefined) await alert(tenantId, { kind: 'source-paused', source: config.source, reason: state.reason });
}
