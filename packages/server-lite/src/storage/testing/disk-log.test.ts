import { expect, it } from 'vitest';
import { filesAfterPowerCut, type DiskRecord } from './disk-log.ts';

const write = (path: string, offset: number, text: string): DiskRecord => ({ type: 'write', path, offset, data: Buffer.from(text) });
const [all, nothing] = [(): number => 0, (): number => 0.9];

it('keeps what was synced, and of the rest what luck keeps', () => {
  const records = [write('a', 0, 'one'), { type: 'sync', path: 'a' }, write('a', 1, 'XY'), write('b', 0, 'new')] as const;
  const texts = (random: () => number) => [...filesAfterPowerCut(records, random)].map(([path, file]) => [path, file.toString()]);
  expect(texts(nothing)).toEqual([['a', 'one'], ['b', '']]);
  expect(texts(all)).toEqual([['a', 'oXY'], ['b', 'new']]);
});

it('tears a write at sectors, cuts and removes files', () => {
  const kept = [0, 1, 0].values();
  const torn = filesAfterPowerCut([write('a', 0, 'x'.repeat(1536))], () => kept.next().value ?? 0).get('a');
  expect(torn?.toString()).toBe('x'.repeat(512) + '\0'.repeat(512) + 'x'.repeat(512));
  const records = [write('a', 0, 'long'), { type: 'truncate', path: 'a', length: 2 }, { type: 'sync', path: 'a' }, write('b', 0, 'b'), { type: 'unlink', path: 'b' }] as const;
  expect([...filesAfterPowerCut(records, nothing)].map(([path, file]) => [path, file.toString()])).toEqual([['a', 'lo']]);
});
