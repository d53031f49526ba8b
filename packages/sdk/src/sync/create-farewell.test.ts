import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type QueuedRow, createUnsentHead } from '../store/index.ts';
import { FAREWELL_BYTES, createFarewell } from './create-farewell.ts';
import type { Answer } from './judge-answer.ts';
import { numberedRows } from './testing/memory-store.ts';

const idsOf = (body: string): string[] => (JSON.parse(body) as { events: { id: string }[] }).events.map(({ id }) => id);

function open(rows: readonly QueuedRow[], take: (body: string) => boolean | Promise<Answer>, maySend = true) {
  const head = createUnsentHead();
  head.push(rows);
  const handed: string[] = [];
  const answers: [Answer, string[]][] = [];
  const leave = createFarewell({
    head, maySend: () => maySend, now: () => 1,
    handOver: (body) => {
      handed.push(body);
      return take(body);
    },
    onAnswer: (answer, of) => answers.push([answer, of.map(({ id }) => id)]),
  });
  return { head, leave, handed, answers };
}

it('hands over the oldest that fit, in order', () => {
  fc.assert(fc.property(fc.nat(60), fc.nat(9000), (count, bytes) => {
    const { leave, handed } = open(numberedRows(count, bytes), () => true);
    leave();
    const ids = handed.flatMap(idsOf);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, k) => `id-${k}`));
    expect(handed.every((body) => body.length <= FAREWELL_BYTES)).toBe(true);
    const fits = (bytes + 100) * count < FAREWELL_BYTES;
    expect(ids.length).toBeGreaterThanOrEqual(fits ? count : 0);
  }));
});

it('halves what the browser does not take', () => {
  const { leave, handed } = open(numberedRows(20, 2000), (body) => body.length < 12_000);
  leave();
  expect(handed.map((body) => idsOf(body).length)).toEqual([20, 10, 5]);
});

it('gives up after three halvings', async () => {
  const { leave, handed } = open(numberedRows(20), () => false);
  leave();
  expect(handed).toHaveLength(4);
  const slow = open(numberedRows(20), async () => ({ kind: 'unreachable' }));
  slow.leave();
  await new Promise((resolve) => { setImmediate(resolve); });
  expect(slow.handed).toHaveLength(4);
});

it('sends nothing twice while it is under way, and no more than is allowed together', async () => {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const { head, leave, handed, answers } = open(numberedRows(10, 4000), () => promise);
  leave();
  leave();
  expect(handed).toHaveLength(1);
  head.push(numberedRows(20, 4000));
  leave();
  const [first, second] = handed.map((body) => idsOf(body));
  expect(first).toHaveLength(10);
  expect(second?.[0]).toBe('id-10');
  expect(handed.join('').length).toBeLessThanOrEqual(FAREWELL_BYTES);
  resolve({ kind: 'answered', status: 202, body: {}, retryAfterMs: undefined });
  await promise;
  expect(answers.map(([, ids]) => ids)).toEqual([first, second]);
});

it('says nothing where nothing may leave', () => {
  const { leave, handed } = open(numberedRows(3), () => true, false);
  leave();
  expect(handed).toEqual([]);
});
