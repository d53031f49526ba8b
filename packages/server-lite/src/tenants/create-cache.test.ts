import { expect, it } from 'vitest';
import { createCache } from './create-cache.ts';

function open(options: { staleMs?: number; maxEntries?: number } = {}) {
  const world = { nowMs: 0, isAway: false, asked: [] as string[] };
  const find = createCache({
    ttlMs: 1000, now: () => world.nowMs, ...options,
    load: async (key) => {
      world.asked.push(key);
      if (world.isAway) throw new Error('away');
      return key === 'none' ? undefined : `${key} at ${world.nowMs}`;
    },
  });
  return { world, find };
}

it('asks once within the time to live, and again after it', async () => {
  const { world, find } = open();
  expect([await find('a'), await find('a')]).toEqual(['a at 0', 'a at 0']);
  world.nowMs = 999;
  expect(await find('a')).toBe('a at 0');
  world.nowMs = 1000;
  expect(await find('a')).toBe('a at 1000');
  expect(world.asked).toEqual(['a', 'a']);
});

it('asks once for many who ask at the same time', async () => {
  const { world, find } = open();
  await Promise.all(Array.from({ length: 50 }, () => find('a')));
  expect(world.asked).toEqual(['a']);
});

it('remembers that there is nothing', async () => {
  const { world, find } = open();
  expect([await find('none'), await find('none')]).toEqual([undefined, undefined]);
  expect(world.asked).toEqual(['none']);
});

it('rejects, and asks again, while the source is away', async () => {
  const { world, find } = open();
  world.isAway = true;
  await expect(find('a')).rejects.toThrow('away');
  world.isAway = false;
  expect(await find('a')).toBe('a at 0');
});

it('gives old answers while the source is away, for as long as it was told', async () => {
  const { world, find } = open({ staleMs: 5000 });
  await find('a');
  world.isAway = true;
  for (const nowMs of [1000, 5999]) {
    world.nowMs = nowMs;
    expect(await find('a')).toBe('a at 0');
  }
  world.nowMs = 6000;
  await expect(find('a')).rejects.toThrow('away');
});

it('does not grow without end', async () => {
  const { world, find } = open({ maxEntries: 2 });
  for (const key of ['a', 'b', 'c', 'c', 'b', 'a']) {
    await find(key);
  }
  expect(world.asked).toEqual(['a', 'b', 'c', 'a']);
});
