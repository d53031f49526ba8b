import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryEventLog } from '../../memory-event-log.ts';
import { SAMPLE_NOW_MS, sampleEvent } from '../sample-event.ts';
import { SEED } from '../seed.ts';
import type { EventLogContext } from './event-log-context.ts';
import { applyStep, eventSteps } from './event-steps.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FAR_MS = Date.UTC(2200, 0);

const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('\0', '\u001B', '\u001B"', '\uD800', 'a\uDFFFb', '👗', "'; DROP TABLE events; --", '"', '\\', '{}', 'NULL', '', '\u001F', '%_'),
);
const hostileFields = fc.record({ type: anyString, itemId: anyString, sessionId: anyString, anonymousId: anyString, customerId: anyString, dataJson: anyString, armsJson: fc.option(anyString, { nil: undefined }), tenantId: anyString });

/** Random strings, and random steps beside the memory twin. */
export function testAtRandom({ log, newTenant, read, append, now, setNow }: EventLogContext, runs: number): void {
  it(`gives back every string exactly, and takes none for a command (seed ${SEED})`, async () => {
    await fc.assert(fc.asyncProperty(fc.array(hostileFields, { minLength: 1, maxLength: 12 }), async (drawn) => {
      const prefix = newTenant();
      const events = drawn.map((fields, index) => sampleEvent(index, { ...fields, tenantId: prefix + fields.tenantId }));
      await append(...events);
      for (const event of events) expect(await read(event.tenantId, { subject: event.anonymousId })).toContainEqual(event);
      for (const event of events) expect(await log().eraseSubject(event.tenantId, event.customerId ?? '')).toBeGreaterThanOrEqual(0);
      for (const event of events) expect(await read(event.tenantId)).toEqual([]);
      expect(await log().append(events)).toEqual({ status: 'stored', erasedIds: events.map(({ id }) => id) });
    }), { seed: SEED, numRuns: runs });
  });

  it(`does what the memory twin does, step by step (seed ${SEED})`, async () => {
    const twin = createMemoryEventLog(now);
    // Months that the tests before have left.
    await log().dropBefore(FAR_MS);
    await fc.assert(fc.asyncProperty(eventSteps, async (steps) => {
      const tenantIds = [newTenant(), newTenant()];
      for (const step of steps) {
        if (step.type === 'clock') {
          setNow(SAMPLE_NOW_MS + step.days * DAY_MS);
          continue;
        }
        expect(await applyStep(log(), step, tenantIds)).toEqual(await applyStep(twin, step, tenantIds));
      }
    }), { seed: SEED, numRuns: runs });
  });
}
