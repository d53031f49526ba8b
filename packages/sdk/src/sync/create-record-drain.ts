import type { ConsentRecord } from '@vua/models/contracts';
import type { LaneResult } from './create-lane.ts';
import type { Post } from './create-transport.ts';

/** Consent records on their way to the server. */
export interface RecordOutbox {
  list(): readonly ConsentRecord[];
  remove(ids: readonly string[]): void;
}

/** Sends consent records until none is left. They go whatever was chosen: a choice has to be provable. */
export function createRecordDrain(outbox: RecordOutbox, post: Post): () => Promise<LaneResult> {
  return async () => {
    const records = outbox.list();
    if (records.length === 0) return { status: 'empty' };
    const answer = await post('consents', JSON.stringify({ records }), { keepalive: true });
    if (answer.kind === 'unreachable') return { status: 'retry' };
    const { stored } = (answer.body ?? {}) as { stored?: unknown };
    if (answer.status < 200 || answer.status >= 300 || !Array.isArray(stored)) return failureOf(answer.status, answer.retryAfterMs);
    const ids = records.map(({ id }) => id).filter((id) => stored.includes(id));
    outbox.remove(ids);
    return ids.length === records.length ? { status: 'empty' } : { status: 'retry' };
  };
}

function failureOf(status: number, afterMs: number | undefined): LaneResult {
  const isPassing = status < 400 || status >= 500 || status === 408 || status === 425 || status === 429;
  return isPassing ? { status: 'retry', ...(afterMs !== undefined && { afterMs }) } : { status: 'pause' };
}
