import { gunzipSync, gzipSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SAMPLE_NOW_MS, sampleEvent } from '../testing/sample-event.ts';
import { SEED } from '../testing/seed.ts';
import { decodeEvents, encodeEvents } from './event-message.ts';
import { OLD_MESSAGE, OLD_MESSAGE_EVENTS } from './testing/old-message.ts';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)));

it(`gives back every event exactly (seed ${SEED})`, async () => {
  const fields = fc.record({ tenantId: text, type: text, itemId: fc.option(text, { nil: undefined }), customerId: fc.option(text, { nil: undefined }), dataJson: text, armsJson: fc.option(text, { nil: undefined }), consent: fc.constantFrom('gdu', 'uuu', undefined) });
  await fc.assert(fc.asyncProperty(fc.array(fields, { minLength: 1, maxLength: 20 }), fc.nat(), async (drawn, acceptedMs) => {
    const message = { acceptedMs, events: drawn.map((one, index) => sampleEvent(index, one)) };
    const [bytes = new Uint8Array()] = await encodeEvents(message, 1e6);
    expect(await decodeEvents(bytes)).toStrictEqual(message);
  }), { seed: SEED, numRuns: 100 });
});

it('makes several messages, in their order, of what one does not hold', async () => {
  const events = Array.from({ length: 40 }, (_, index) => sampleEvent(index, { dataJson: randomBytes(500).toString('hex') }));
  const parts = await encodeEvents({ acceptedMs: 5, events }, 5000);
  expect(parts.length).toBeGreaterThan(4);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(5000);
  const decoded = await Promise.all(parts.map(decodeEvents));
  expect(decoded.flatMap((part) => part?.events ?? [])).toEqual(events);
  expect(decoded.every((part) => part?.acceptedMs === 5)).toBe(true);
  await expect(encodeEvents({ acceptedMs: 5, events }, 100)).rejects.toThrow('longer than a message');
});

it('reads the messages of the version before, and is read by it', async () => {
  expect(await decodeEvents(OLD_MESSAGE)).toStrictEqual({ acceptedMs: SAMPLE_NOW_MS, events: OLD_MESSAGE_EVENTS });
  // That version takes messages of version 1 only, and reads from them the fields that it knows.
  const [bytes = new Uint8Array()] = await encodeEvents({ acceptedMs: 1, events: [sampleEvent(1)] }, 1e6);
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual({ version: 1, acceptedMs: 1, events: [{ ...sampleEvent(1) }] });
});

it('keeps an event whose consent it cannot read, without that', async () => {
  const message = { version: 1, acceptedMs: 1, events: [{ ...sampleEvent(1), consent: 'gdug' }] };
  expect(await decodeEvents(gzipSync(JSON.stringify(message)))).toEqual({ acceptedMs: 1, events: [sampleEvent(1, { consent: undefined })] });
});

it('takes nothing that it did not make', async () => {
  const good = { version: 1, acceptedMs: 1, events: [sampleEvent(1)] };
  expect(await decodeEvents(gzipSync(JSON.stringify(good)))).toEqual({ acceptedMs: 1, events: [sampleEvent(1)] });
  const wrong: readonly unknown[] = [
    null, [], 'text', {}, { ...good, version: 2 }, { ...good, acceptedMs: '1' }, { ...good, events: {} }, { ...good, events: [null] },
    { ...good, events: [{ ...sampleEvent(1), id: 'x' }] }, { ...good, events: [{ ...sampleEvent(1), dataJson: {} }] }, { ...good, events: [{ ...sampleEvent(1), timeMs: 'x' }] },
    { ...good, events: [{ ...sampleEvent(1), armsJson: {} }] }, { ...good, events: [{ ...sampleEvent(1), consent: {} }] },
  ];
  for (const content of wrong) expect(await decodeEvents(gzipSync(JSON.stringify(content)))).toBeUndefined();
  expect(await decodeEvents(Buffer.from('not gzip'))).toBeUndefined();
  expect(await decodeEvents(new Uint8Array())).toBeUndefined();
});
