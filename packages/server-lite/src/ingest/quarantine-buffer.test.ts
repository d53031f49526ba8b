import { expect, it } from 'vitest';
import { createMemoryQuarantine } from './memory-quarantine.ts';
import { createQuarantineBuffer } from './quarantine-buffer.ts';
import type { RejectedEvent } from './quarantine-repository.ts';
import { sampleId } from './testing/sample-events.ts';

const rejected = (): RejectedEvent => ({
  tenantId: 'shop', id: sampleId(), receivedMs: 1, code: 'invalid-event', path: '', eventId: undefined, anonymousId: undefined, customerId: undefined, body: undefined,
});

it('writes many with one call, and bounds what waits', async () => {
  const calls: number[] = [];
  const repository = { ...createMemoryQuarantine(), add: async (events: readonly RejectedEvent[]) => void calls.push(events.length) };
  const buffer = createQuarantineBuffer(repository);
  for (let count = 0; count < 5000; count++) buffer.add(rejected());
  await buffer.flush();
  await buffer.flush();
  expect(calls).toEqual([2000]);
});

it('writes what came while it wrote, and goes on when a write fails', async () => {
  const kept: string[] = [];
  let isBroken = true;
  const repository = { ...createMemoryQuarantine(), add: async (events: readonly RejectedEvent[]) => {
    if (isBroken) throw new Error('disk full');
    kept.push(...events.map(({ id }) => id));
  } };
  const buffer = createQuarantineBuffer(repository);
  buffer.add(rejected());
  await buffer.flush();
  isBroken = false;
  const [first, second] = [rejected(), rejected()];
  buffer.add(first);
  const flushed = buffer.flush();
  buffer.add(second);
  await Promise.all([flushed, buffer.flush()]);
  expect(kept).toEqual([first.id, second.id]);
});
