import { describe, expect, it } from 'vitest';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { toRecordedJson } from './recorded-json.ts';
import { seedEvents } from './seed-events.ts';
import { SAMPLE_TIME_MS, sampleEvent } from './testing/sample-events.ts';
import { toStoredEvent } from './to-stored-event.ts';

const receipt = { tenantId: 'demo', receivedMs: SAMPLE_TIME_MS + 1000, errorMs: 0 };
const now = (): number => SAMPLE_TIME_MS + 60_000;
const samples = (count: number) => Array.from({ length: count }, () => toStoredEvent(sampleEvent({ arms: { hero: 'b' } }), receipt));

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
const neverOpened = (): never => {
  throw new Error('read a second time');
};

const openLog = () => {
  const log = createMemoryEventLog();
  return { log, kept: (tenantId = 'demo') => log.read({ tenantId, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 5000 }) };
};

describe('seedEvents', () => {
  it('fills an empty log with what was exported, of this tenant alone, once', async () => {
    const { log, kept } = openLog();
    const events = samples(1203);
    expect(await seedEvents(() => linesOf(events.map(toRecordedJson)), { log, tenantId: 'demo', now })).toEqual({ status: 'seeded', events: 1203, wrong: 0, firstWrong: [] });
    expect(await kept()).toEqual(events);
    expect(await kept('other')).toEqual([]);
    expect(await seedEvents(neverOpened, { log, tenantId: 'demo', now })).toEqual({ status: 'left-alone' });
    expect(await kept()).toHaveLength(1203);
  });

  it('leaves a log alone that has an event, and fills another tenant\'s', async () => {
    const { log, kept } = openLog();
    const [own, seeded] = samples(2);
    if (own === undefined || seeded === undefined) throw new Error('no samples');
    await log.append([{ ...own, tenantId: 'other' }]);
    expect(await seedEvents(neverOpened, { log, tenantId: 'other', now })).toEqual({ status: 'left-alone' });
    expect(await seedEvents(() => linesOf([toRecordedJson(seeded)]), { log, tenantId: 'demo', now })).toMatchObject({ status: 'seeded', events: 1 });
    expect(await kept()).toEqual([seeded]);
  });

  it('passes over wrong lines and names the first of them', async () => {
    const { log, kept } = openLog();
    const [right] = samples(1);
    if (right === undefined) throw new Error('no sample');
    const json = toRecordedJson(right);
    const lines = ['{', json.replace('"view_item"', '"dance"'), json, json.replace('"receivedMs"', '"receivedAt"'), json.replace('"granted"', '"denied"'), json.replace('"size":"M"', '"size":5'), json.replace(right.id, 'x'), ''];
    expect(await seedEvents(() => linesOf(lines), { log, tenantId: 'demo', now })).toEqual({
      status: 'seeded', events: 1, wrong: 7, firstWrong: [
        { line: 1, code: 'no-json' }, { line: 2, code: 'unknown-type', path: '/type' }, { line: 4, code: 'invalid-event', path: '/receivedMs' },
        { line: 5, code: 'without-consent' }, { line: 6, code: 'invalid-event', path: '/data/item/size' },
      ],
    });
    expect(await kept()).toEqual([right]);
  });

  it('lets no event come later than now', async () => {
    const { log, kept } = openLog();
    const [event] = samples(1);
    if (event === undefined) throw new Error('no sample');
    await seedEvents(() => linesOf([toRecordedJson(event)]), { log, tenantId: 'demo', now: () => SAMPLE_TIME_MS - 5 });
    expect(await kept()).toMatchObject([{ timeMs: SAMPLE_TIME_MS - 5, receivedMs: SAMPLE_TIME_MS - 5 }]);
  });

  it('says how far it came where the log takes no more', async () => {
    const { log } = openLog();
    let calls = 0;
    const append: typeof log.append = async (events) => (++calls > 2 ? { status: 'unavailable', reason: 'storage-full', retryAfterMs: 1 } : log.append(events));
    expect(await seedEvents(() => linesOf(samples(1700).map(toRecordedJson)), { log: { ...log, append }, tenantId: 'demo', now })).toEqual({ status: 'unavailable', events: 1000, reason: 'storage-full' });
  });
});
