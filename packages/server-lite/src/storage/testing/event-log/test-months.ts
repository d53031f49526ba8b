import { expect, it } from 'vitest';
import { SAMPLE_NOW_MS, sampleEvent, sampleId } from '../sample-event.ts';
import type { EventLogContext } from './event-log-context.ts';

/** Months, and what lies in none. */
export function testMonths({ log, newTenant, read, ids, append, setNow }: EventLogContext): void {
  it('keeps one of an id that was too far ahead when it first came', async () => {
    const tenantId = newTenant();
    const later = sampleEvent(1, { tenantId, id: sampleId(Date.UTC(2027, 1, 3), 1) });
    await append(later);
    setNow(Date.UTC(2027, 1, 4));
    await append(later, sampleEvent(2, { tenantId, id: sampleId(Date.UTC(2027, 1, 4), 2) }));
    setNow(SAMPLE_NOW_MS);
    await append(later);
    expect(await ids(tenantId)).toEqual([later.id, sampleId(Date.UTC(2027, 1, 4), 2)]);
  });

  it('makes no month for what is refused because its subject was erased', async () => {
    const tenantId = newTenant();
    const [known, ofAnotherMonth] = [sampleEvent(1, { tenantId, anonymousId: 'gone' }), sampleEvent(2, { tenantId, anonymousId: 'gone', timeMs: Date.UTC(2025, 2, 3) })];
    await append(known);
    await log().eraseSubject(tenantId, 'gone');
    expect(await log().append([ofAnotherMonth])).toEqual({ status: 'stored', erasedIds: [ofAnotherMonth.id] });
    expect(await log().dropBefore(Date.UTC(2025, 3, 1))).toEqual([]);
  });

  it('drops whole months, and what has none by its time', async () => {
    const tenantId = newTenant();
    const august = sampleEvent(1, { tenantId, timeMs: Date.UTC(2025, 7, 31, 23, 59, 59, 999) });
    const september = sampleEvent(2, { tenantId, timeMs: Date.UTC(2025, 8, 1) });
    const [unfiledOld, unfiledNew] = [sampleEvent(3, { tenantId, timeMs: august.timeMs, id: sampleId(7, 3) }), sampleEvent(4, { tenantId, timeMs: september.timeMs, id: sampleId(8, 4) })];
    await append(august, september, unfiledOld, unfiledNew);
    expect(await log().dropBefore(Date.UTC(2025, 8, 1) - 1)).not.toContain('2025-08');
    expect(await log().dropBefore(Date.UTC(2025, 8, 30))).toEqual(['2025-08']);
    expect(await log().dropBefore(Date.UTC(2025, 8, 30))).toEqual([]);
    expect(await read(tenantId)).toEqual([unfiledNew, september]);
    await append(august);
    expect(await read(tenantId)).toEqual([unfiledNew, august, september]);
  });
}
