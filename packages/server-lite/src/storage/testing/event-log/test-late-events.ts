import { expect, it } from 'vitest';
import { LATE_MS } from '../../event-log.ts';
import { SAMPLE_NOW_MS, sampleEvent, sampleId } from '../sample-event.ts';
import type { EventLogContext } from './event-log-context.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What came late is listed in the order in which it came. */
export function testLateEvents({ log, newTenant, append, setNow, now }: EventLogContext): void {
  const event = (tenantId: string, number: number, ageMs: number, fields: object = {}) => sampleEvent(number, { tenantId, id: sampleId(now() - ageMs, number), timeMs: now(), ...fields });
  const start = async (tenantId: string): Promise<number> => (await log().readLate({ tenantId, limit: 1 })).place;

  it('lists what came late, once, from where it was asked on', async () => {
    const tenantId = newTenant();
    setNow(SAMPLE_NOW_MS);
    const before = await start(tenantId);
    const [old, young, other, later] = [event(tenantId, 1, DAY_MS), event(tenantId, 2, LATE_MS), event(newTenant(), 3, DAY_MS), event(tenantId, 4, LATE_MS + 1)];
    await append(old, young, other);
    await append(old, later);
    expect(await log().readLate({ tenantId, after: before, limit: 10 })).toMatchObject({ events: [old, later], isEnd: true });
    const first = await log().readLate({ tenantId, after: before, limit: 1 });
    expect(first).toMatchObject({ events: [old], isEnd: false });
    expect((await log().readLate({ tenantId, after: first.place, limit: 10 })).events).toEqual([later]);
    const { place } = await log().readLate({ tenantId, limit: 10 });
    expect(await log().readLate({ tenantId, after: place, limit: 10 })).toEqual({ events: [], place, isEnd: true });
    expect((await log().readLate({ tenantId, limit: 10 })).events).toEqual([]);
  });

  it('goes by when an event is kept, not by when its device or the server says that it came', async () => {
    const tenantId = newTenant();
    setNow(SAMPLE_NOW_MS);
    const before = await start(tenantId);
    const sent = event(tenantId, 1, 0, { receivedMs: SAMPLE_NOW_MS });
    setNow(SAMPLE_NOW_MS + 60_000);
    await append(sent);
    expect((await log().readLate({ tenantId, after: before, limit: 10 })).events).toEqual([sent]);
    setNow(SAMPLE_NOW_MS);
  });

  it('leaves out what was erased, and goes on behind it', async () => {
    const tenantId = newTenant();
    setNow(SAMPLE_NOW_MS);
    const before = await start(tenantId);
    const [gone, kept, later] = [event(tenantId, 1, DAY_MS, { anonymousId: 'gone' }), event(tenantId, 2, 2 * DAY_MS, { anonymousId: 'kept' }), event(tenantId, 3, DAY_MS, { anonymousId: 'last' })];
    await append(kept, gone);
    const { place } = await log().readLate({ tenantId, after: before, limit: 10 });
    await log().eraseSubject(tenantId, 'gone');
    expect((await log().readLate({ tenantId, after: before, limit: 10 })).events).toEqual([kept]);
    await append(later);
    expect((await log().readLate({ tenantId, after: place, limit: 10 })).events).toEqual([later]);
  });

  it('lists each event once to a reader who reads while others write', async () => {
    const tenantId = newTenant();
    setNow(SAMPLE_NOW_MS);
    const read: string[] = [];
    let after = await start(tenantId);
    const readOn = async (): Promise<void> => {
      const page = await log().readLate({ tenantId, after, limit: 7 });
      read.push(...page.events.map(({ id }) => id));
      after = page.place;
      if (!page.isEnd) await readOn();
    };
    const numbers = Array.from({ length: 300 }, (_, index) => index);
    const appends = numbers.map((number) => append(event(tenantId, number, DAY_MS + number), event(tenantId, number + 1000, 0)));
    for (const done of appends) await Promise.all([done, readOn()]);
    await readOn();
    expect(read.toSorted()).toEqual(numbers.map((number) => sampleId(SAMPLE_NOW_MS - DAY_MS - number, number)).toSorted());
  });
}
