import type { ConsentRecord } from '@vua/models/contracts';
import type { LaneResult } from './create-lane.ts';
import type { Post } from './create-transport.ts';
import { isPassing } from './judge-answer.ts';

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
    const { status, retryAfterMs, body } = answer;
    const stored = status < 300 && (body as { stored?: unknown } | null | undefined)?.stored;
    if (!Array.isArray(stored)) return status < 400 || isPassing(status) ? { status: 'retry', afterMs: retryAfterMs } : { status: 'pause' };
    const ids = records.map(({ id }) => id).filter((id) => stored.includes(id));
    outbox.remove(ids);
    return ids.length === records.length ? { status: 'empty' } : { status: 'retry' };
  };
}
