import { expect, it } from 'vitest';
import { SAMPLE_NOW_MS, sampleEvent, sampleId } from '../sample-event.ts';
import type { EventLogContext } from './event-log-context.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a subject left is gone, and stays away. */
export function testErasure({ log, newTenant, read, ids, append }: EventLogContext): void {
  it('reads, erases and refuses a subject by each of its ids', async () => {
    const tenantId = newTenant();
    const customerId = 'h'.repeat(43);
    const mine = [sampleEvent(1, { tenantId, anonymousId: 'a' }), sampleEvent(2, { tenantId, anonymousId: 'b', customerId, timeMs: SAMPLE_NOW_MS - 40 * DAY_MS }), sampleEvent(3, { tenantId, customerId, anonymousId: 'a' })];
    const others = sampleEvent(4, { tenantId, anonymousId: 'c' });
    await append(...mine, others);
    expect(await ids(tenantId, { subject: 'a' })).toEqual([sampleId(SAMPLE_NOW_MS, 1), sampleId(SAMPLE_NOW_MS, 3)]);
    expect(await ids(tenantId, { subject: customerId })).toHaveLength(2);
    expect(await log().eraseSubject(tenantId, customerId)).toBe(2);
    expect(await log().eraseSubject(tenantId, 'a')).toBe(1);
    expect(await log().eraseSubject(tenantId, 'a')).toBe(0);
    expect(await read(tenantId)).toEqual([others]);
    const [first, second, third] = mine.map((event) => event.id);
    expect(await log().append([...mine, others])).toEqual({ status: 'stored', erasedIds: [first, second, third] });
    expect(await read(tenantId)).toEqual([others]);
  });

  it('leaves no event behind when a subject is erased while its events come', async () => {
    const tenantId = newTenant();
    const appends = Array.from({ length: 30 }, (_, index) => log().append([sampleEvent(index, { tenantId })]));
    const erased = log().eraseSubject(tenantId, sampleEvent(0).anonymousId);
    const outcomes = await Promise.all(appends);
    expect(outcomes.every((outcome) => outcome.status === 'stored')).toBe(true);
    await erased;
    expect(await read(tenantId)).toEqual([]);
  });
}
