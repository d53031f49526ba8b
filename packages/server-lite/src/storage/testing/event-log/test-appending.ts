import { expect, it } from 'vitest';
import type { ConsentChoice } from '@vua/models/contracts';
import { lettersOf } from '../../events/consent-letters.ts';
import { SAMPLE_NOW_MS, sampleEvent, sampleId } from '../sample-event.ts';
import type { EventLogContext } from './event-log-context.ts';

const CHOICES: readonly ConsentChoice[] = ['unknown', 'denied', 'granted'];

/** Every event is kept once, whoever sends it and however often. */
export function testAppending({ log, newTenant, read, ids, append }: EventLogContext): void {
  it('gives back every field', async () => {
    const tenantId = newTenant();
    const events = [sampleEvent(1, { tenantId, customerId: 'c'.repeat(43) }), sampleEvent(2, { tenantId, itemId: undefined })];
    await append(...events);
    expect(await read(tenantId)).toEqual(events);
    expect(log().state().queued).toBe(0);
  });

  it('gives back arms and consent as they came, and nothing where nothing came', async () => {
    const tenantId = newTenant();
    const everyConsent = CHOICES.flatMap((analytics) => CHOICES.flatMap((personalization) => CHOICES.map((statistics) => lettersOf({ analytics, personalization, statistics }))));
    const events = [
      ...[undefined, ...everyConsent].map((consent, index) => sampleEvent(index, { tenantId, consent })),
      ...[undefined, '{}', '{"hero":"b","🧪 \\"price\\"":"–20 %"}'].map((armsJson, index) => sampleEvent(100 + index, { tenantId, armsJson })),
      sampleEvent(200, { tenantId, armsJson: undefined, consent: undefined }),
    ];
    await append(...events);
    expect(await read(tenantId)).toStrictEqual(events);
    expect(await read(tenantId, { subject: events[0]?.anonymousId ?? '' })).toStrictEqual(events);
  });

  it('keeps the first event of an id', async () => {
    const tenantId = newTenant();
    const [first, second] = [sampleEvent(1, { tenantId }), sampleEvent(2, { tenantId })];
    await append(first, { ...first, type: 'purchase' }, second);
    await append({ ...second, dataJson: '{}', armsJson: undefined, consent: 'ddd' }, first);
    expect(await read(tenantId)).toEqual([first, second]);
  });

  it('keeps tenants apart, also where they use the same id', async () => {
    const [one, other] = [newTenant(), newTenant()];
    await append(sampleEvent(1, { tenantId: one }), sampleEvent(1, { tenantId: other, type: 'purchase' }));
    expect(await read(other)).toEqual([sampleEvent(1, { tenantId: other, type: 'purchase' })]);
    expect(await log().eraseSubject(one, sampleEvent(1).anonymousId)).toBe(1);
    expect(await ids(other)).toHaveLength(1);
  });
}

/** Calls that are empty, wrong, or very many. */
export function testCalls({ log, newTenant, ids }: EventLogContext): void {
  it('takes an empty batch, and refuses what is no event before it can spoil a transaction', async () => {
    expect(await log().append([])).toEqual({ status: 'stored', erasedIds: [] });
    const tenantId = newTenant();
    const good = log().append([sampleEvent(1, { tenantId })]);
    await expect(log().append([sampleEvent(2, { tenantId, id: sampleId(1, 2).toUpperCase().replace('-7', '-4') })])).rejects.toThrow('is not a UUID');
    await expect(log().append([sampleEvent(3, { tenantId, receivedMs: 1.5 })])).rejects.toThrow('whole milliseconds');
    expect(await good).toEqual({ status: 'stored', erasedIds: [] });
    expect(await ids(tenantId)).toEqual([sampleEvent(1).id]);
  });

  it('stores a thousand calls at once, each event once', async () => {
    const tenantId = newTenant();
    const calls = Array.from({ length: 1000 }, (_, index) => log().append([sampleEvent(index, { tenantId }), sampleEvent((index * 7) % 1000, { tenantId })]));
    expect(log().state().queued).toBeLessThanOrEqual(2000);
    const outcomes = await Promise.all(calls);
    expect(new Set(outcomes.map((outcome) => outcome.status))).toEqual(new Set(['stored']));
    expect(await ids(tenantId)).toEqual(Array.from({ length: 1000 }, (_, index) => sampleId(SAMPLE_NOW_MS, index)));
  });
}
