import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SCRIPT_LIMIT_MS, createPartLoader } from './load-parts.ts';

interface FakeScript {
  readonly listeners: Map<string, () => void>;
  src: string;
  removed: boolean;
}

const scripts: FakeScript[] = [];

beforeEach(() => {
  scripts.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const createElement = () => {
    const script: FakeScript & { addEventListener(name: string, listener: () => void): void; remove(): void } = {
      listeners: new Map(), src: '', removed: false,
      addEventListener: (name, listener) => void script.listeners.set(name, listener),
      remove: () => { script.removed = true; },
    };
    return script;
  };
  vi.stubGlobal('document', { createElement, head: { append: (script: FakeScript) => void scripts.push(script) } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const loader = () => createPartLoader(new URL('https://shop.example/vua/'), { 'a.js': ['sha256-a'] }, '');

it('gives up on a file that does not end, and asks again when it is wanted again', async () => {
  const load = loader();
  const outcome = load('a.js').then(() => 'loaded', (error: unknown) => String(error));
  await vi.advanceTimersByTimeAsync(SCRIPT_LIMIT_MS - 1);
  expect(scripts.map(({ removed }) => removed)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await outcome).toBe('Error: https://shop.example/vua/a.js did not load');
  expect(scripts.map(({ removed }) => removed)).toEqual([true]);
  const second = load('a.js');
  await vi.advanceTimersByTimeAsync(0);
  scripts[1]?.listeners.get('load')?.();
  await expect(second).resolves.toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});
