import { expect, it } from 'vitest';
import { SAMPLE_NOW_MS, sampleEvent, sampleId } from '../sample-event.ts';
import type { EventLogContext } from './event-log-context.ts';

/** Pages in the order of ids, also of ids from wrong clocks. */
export function testReading({ newTenant, ids, append }: EventLogContext): void {
  it('reads by time, in the order of ids, page by page', async () => {
    const tenantId = newTenant();
    const events = Array.from({ length: 10 }, (_, index) => sampleEvent(index, { tenantId, id: sampleId(SAMPLE_NOW_MS + index, index), timeMs: SAMPLE_NOW_MS - index }));
    await append(...events.toReversed());
    const inRange = events.filter(({ timeMs }) => timeMs >= SAMPLE_NOW_MS - 7 && timeMs < SAMPLE_NOW_MS - 1).map(({ id }) => id);
    const range = { fromMs: SAMPLE_NOW_MS - 7, toMs: SAMPLE_NOW_MS - 1 };
    expect(await ids(tenantId, range)).toEqual(inRange);
    expect(await ids(tenantId, { ...range, limit: 4 })).toEqual(inRange.slice(0, 4));
    expect(await ids(tenantId, { ...range, limit: 4, afterId: inRange[3] ?? '' })).toEqual(inRange.slice(4));
  });

  it('orders ids of wrong clocks among the others', async () => {
    const tenantId = newTenant();
    const times = [0, Date.UTC(1999, 4), Date.UTC(2026, 9, 31), SAMPLE_NOW_MS, Date.UTC(2031, 0), 2 ** 48 - 1];
    const events = times.map((timeMs, index) => sampleEvent(index, { tenantId, id: sampleId(timeMs, index) }));
    await append(...events.toReversed());
    await append(...events);
    expect(await ids(tenantId)).toEqual(events.map(({ id }) => id));
    expect(await ids(tenantId, { limit: 3, afterId: events[1]?.id ?? '' })).toEqual(events.slice(2, 5).map(({ id }) => id));
  });
}
