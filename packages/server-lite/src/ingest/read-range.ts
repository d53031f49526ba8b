import type { EventLog, EventQuery, StoredEvent } from '../storage/event-log.ts';

/** Events that are in memory at one moment of an export. */
const PAGE = 500;

/** All events of a range, ordered by id, a page at a time: the next is read when the one before was taken. */
export async function* readRange(log: EventLog, range: Pick<EventQuery, 'tenantId' | 'fromMs' | 'toMs'>): AsyncGenerator<readonly StoredEvent[]> {
  let afterId: string | undefined;
  for (;;) {
    const page = await log.read({ ...range, limit: PAGE, ...(afterId !== undefined && { afterId }) });
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    afterId = page.at(-1)?.id;
  }
}
