import type { NewRow } from '../store/index.ts';

/** `BATCH_LIMITS` of the contracts, and the size at which a batch is large enough; a test holds them equal. */
export const BATCH = { events: 500, bytes: 256_000 } as const;

/** An `EventBatch`, from events that are JSON already. */
export function batchBody(rows: readonly NewRow[], sentAtMs: number): string {
  return `{"sentAtMs":${sentAtMs},"events":[${rows.map(({ body }) => body).join(',')}]}`;
}
