import fc from 'fast-check';
import { Check } from 'typebox/value';
import { expect, it } from 'vitest';
import { BATCH_LIMITS, EventBatch } from '@vua/models/contracts';
import type { QueuedRow } from '../store/index.ts';
import { BATCH } from './batch-body.ts';
import { type SettledRows, createEventDrain } from './create-event-drain.ts';
import type { LaneResult } from './create-lane.ts';
import type { Answer } from './judge-answer.ts';
import { createMemoryQueue, numberedRows } from './testing/memory-store.ts';

interface Sent {
  readonly id: string;
  readonly number: number;
}

const receipt = (accepted: readonly string[], rejected: readonly object[] = []): Answer => ({ kind: 'answered', status: 202, retryAfterMs: undefined, body: { accepted, rejected } });
const refusal = (status: number, retryAfterMs?: number): Answer => ({ kind: 'answered', status, retryAfterMs, body: { code: 'invalid-request' } });
const takeAll = (events: readonly Sent[]): Answer => receipt(events.map(({ id }) => id));

async function drain(rows: readonly QueuedRow[], server: (events: readonly Sent[], compress: boolean) => Answer, maySend = () => true) {
  const queue = createMemoryQueue(rows);
  const [requests, settled]: [Sent[][], SettledRows[]] = [[], []];
  const run = createEventDrain({
    store: queue, maySend, now: () => 1, signal: () => new AbortController().signal,
    onSettled: (given) => settled.push(given),
    async post(_path, body, { compress = false } = {}) {
      const batch: unknown = JSON.parse(body);
      expect(Check(EventBatch, batch)).toBe(true);
      expect(body.length).toBeLessThanOrEqual(BATCH_LIMITS.bytes);
      requests.push((batch as { events: Sent[] }).events);
      return server(requests.at(-1) ?? [], compress);
    },
  });
  const result: LaneResult = await run(async () => undefined);
  return { result, requests, settled, left: queue.left().map(({ id }) => id) };
}

it('keeps within the limits of the contract', () => {
  expect(BATCH.events).toBe(BATCH_LIMITS.events);
  expect(BATCH.bytes).toBeLessThan(BATCH_LIMITS.bytes);
});

it('sends everything once, in order, in batches by count and by size', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(1200), fc.nat(900), async (count, bytes) => {
    const { result, requests, left } = await drain(numberedRows(count, bytes), takeAll);
    expect(result).toEqual({ status: 'empty' });
    expect(left).toEqual([]);
    expect(requests.flat().map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, k) => k));
    const least = Math.max(Math.ceil(count / BATCH.events), Math.floor((count * bytes) / BATCH.bytes));
    expect(requests.length).toBeGreaterThanOrEqual(least);
  }), { numRuns: 15 });
});

it('deletes what a 2xx names, and nothing else', async () => {
  const { result, left, settled } = await drain(numberedRows(4), () => receipt(['id-0', 'id-9'], [{ index: 2, id: 'id-2', code: 'subject-erased' }]));
  expect(result).toEqual({ status: 'retry' });
  expect(left).toEqual(['id-1', 'id-3']);
  expect(settled.map(({ refused }) => refused)).toEqual([{ 'subject-erased': 1 }]);
});

it('finds the events that the server can never take, and loses no other', async () => {
  await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat(299), { maxLength: 4 }), fc.constantFrom(400, 413, 422), async (poison, status) => {
    const { requests, settled, left } = await drain(numberedRows(300), (events) => (events.some(({ number }) => poison.includes(number)) ? refusal(status) : takeAll(events)));
    expect(left).toEqual([]);
    expect(settled.filter(({ refused }) => refused['unsendable']).flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted()).toEqual(poison.map((number) => `id-${number}`).toSorted());
    expect(requests.length).toBeLessThan(25 * (poison.length + 1));
  }), { numRuns: 30 });
});

it.each([
  ['gone', { kind: 'unreachable' }, { status: 'retry' }],
  ['busy', refusal(503, 2000), { status: 'retry', afterMs: 2000 }],
  ['closed to this shop', refusal(403), { status: 'pause' }],
  ['another', receipt([]), { status: 'retry' }],
] as const)('keeps everything where the server is %s, and asks once', async (_what, answer, result) => {
  const outcome = await drain(numberedRows(3), () => answer);
  expect(outcome).toMatchObject({ result, left: ['id-0', 'id-1', 'id-2'], settled: outcome.settled });
  expect(outcome.requests).toHaveLength(1);
});

it('does without compression where the server does not know it', async () => {
  const { left, requests } = await drain(numberedRows(3), (events, compress) => (compress ? refusal(415) : takeAll(events)));
  expect([left, requests.length]).toEqual([[], 2]);
  expect((await drain(numberedRows(3), () => refusal(415))).result).toEqual({ status: 'pause' });
});

it('asks before every request whether it may', async () => {
  const answers = [true, false];
  const { requests, left } = await drain(numberedRows(700), takeAll, () => answers.shift() ?? false);
  expect([requests.length, left.length]).toEqual([1, 200]);
});
