import type { RecordedEvent } from '@vua/models/contracts';
import type { ConsoleApi } from './console-api.ts';
import type { Reading } from './reading.ts';

/** Some 20,000 events; the console is no archive. */
const MOST_PAGES = 20;

/** Reads all events since a moment, handing on page by page. @returns whether that was all of them. */
export async function readPages(api: Pick<ConsoleApi, 'readEvents'>, fromMs: number, take: (events: readonly RecordedEvent[]) => void, signal: AbortSignal): Promise<Reading<{ readonly isComplete: boolean }>> {
  let afterId: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a page names the next
    const reading = await api.readEvents({ fromMs, ...(afterId !== undefined && { afterId }) }, signal);
    if (reading.status !== 'read') return reading;
    take(reading.value.events);
    afterId = reading.value.next;
    if (afterId === undefined) return { status: 'read', value: { isComplete: true } };
  }
  return { status: 'read', value: { isComplete: false } };
}
