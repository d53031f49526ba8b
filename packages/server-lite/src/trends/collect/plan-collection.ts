import type { CollectedSource } from '@vua/models/contracts';
import type { TagProgress } from './snapshot-repository.ts';
import type { SourceRecord } from './source-record.ts';

export interface CollectTask {
  readonly record: SourceRecord;
  readonly progress: TagProgress;
}

const HOUR_MS = 3_600_000;
/** From one collection of a tag to the next: Instagram tells the last 24 hours, Pinterest weeks. */
const EVERY_MS: Readonly<Record<CollectedSource, number>> = { instagram: 4 * HOUR_MS, pinterest: 24 * HOUR_MS };

/** What waits longer was noted before the clock was set back: no source waits more than a day, no tag rests more than a week. */
const [MOST_WAIT_MS, MOST_REST_MS] = [24 * HOUR_MS, 7 * 24 * HOUR_MS];

/** Whether a source may be asked now. */
export const mayBeAsked = ({ state }: Pick<SourceRecord, 'state'>, nowMs: number): boolean => state.status === 'active' && !isAhead(state.retryMs, nowMs, MOST_WAIT_MS);

const isAhead = (untilMs: number | undefined, nowMs: number, mostMs: number): boolean => untilMs !== undefined && untilMs > nowMs && untilMs <= nowMs + mostMs;
const isFresh = (sweptMs: number | undefined, nowMs: number, everyMs: number): boolean => sweptMs !== undefined && sweptMs <= nowMs && sweptMs + everyMs > nowMs;

/** What is to be collected now: what was never collected first, then the oldest; of equals the first tags of every shop before the second ones. */
export function planCollection(sources: readonly { readonly record: SourceRecord; readonly progress: readonly TagProgress[] }[], nowMs: number): readonly CollectTask[] {
  const tasks = sources.filter(({ record }) => mayBeAsked(record, nowMs)).flatMap(({ record, progress }) => {
    const known = new Map(progress.map((one) => [one.tag, one]));
    return record.config.tags.map((tag, place) => ({ record, place, progress: known.get(tag) ?? { tag } }));
  });
  return tasks
    .filter(({ record, progress: { heldUntilMs, sweptMs } }) => !isAhead(heldUntilMs, nowMs, MOST_REST_MS) && !isFresh(sweptMs, nowMs, EVERY_MS[record.config.source]))
    .toSorted((one, other) => (one.progress.sweptMs ?? -1) - (other.progress.sweptMs ?? -1) || one.place - other.place)
    .map(({ record, progress }) => ({ record, progress }));
}
