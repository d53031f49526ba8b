import { expect, it } from 'vitest';
import { type QueuedRow, rowOf } from './queued-row.ts';
import { createUnsentHead } from './unsent-head.ts';

const rows = (count: number, first = 0): QueuedRow[] => Array.from({ length: count }, (_, k) => rowOf(`id-${first + k}`, 0, { number: first + k }));
const MUCH = 1_000_000;

it('gives the oldest first, and those of earlier pages before its own', () => {
  const head = createUnsentHead();
  head.push(rows(2, 5));
  head.load(rows(3), true);
  expect(head.first(MUCH).map(({ id }) => id)).toEqual(['id-0', 'id-1', 'id-2', 'id-5', 'id-6']);
  head.remove(rows(1, 1));
  expect(head.first(30).map(({ id }) => id)).toEqual(['id-0', 'id-2']);
});

it('holds its own back while older ones are missing', () => {
  const head = createUnsentHead();
  head.push(rows(2, 500));
  head.load(rows(3), false);
  expect(head.first(MUCH)).toHaveLength(3);
  head.load([], true);
  expect(head.first(MUCH).map(({ id }) => id)).toEqual(['id-500', 'id-501']);
});

it('holds a thousand, and none that is younger than one that is missing', () => {
  const head = createUnsentHead();
  head.push(rows(1001));
  head.remove(rows(500));
  head.push(rows(3, 1001));
  expect(head.first(MUCH)).toHaveLength(500);
  head.load([], true);
  head.remove(rows(1001));
  head.push(rows(3, 2000));
  expect(head.first(MUCH)).toHaveLength(3);
});

it('gives nothing where even one is too large, and nothing once it is cleared', () => {
  const head = createUnsentHead();
  head.push(rows(2));
  expect(head.first(3)).toEqual([]);
  head.clear();
  expect(head.first(MUCH)).toEqual([]);
});
