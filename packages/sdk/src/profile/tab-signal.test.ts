import { expect, it, vi } from 'vitest';
import { createTabSignal } from './tab-signal.ts';

it('is heard by the other pages of the shop until they stop listening', async () => {
  const heard: string[] = [];
  const stopFirst = createTabSignal('a').hear(() => heard.push('first'));
  const stopSecond = createTabSignal('a').hear(() => heard.push('second'));
  const stopOther = createTabSignal('b').hear(() => heard.push('other'));
  createTabSignal('a').tell();
  await vi.waitFor(() => expect(heard.toSorted()).toEqual(['first', 'second']));
  stopFirst();
  stopFirst();
  createTabSignal('a').tell();
  await vi.waitFor(() => expect(heard).toHaveLength(3));
  expect(heard.at(-1)).toBe('second');
  stopSecond();
  stopOther();
});

it('is silent where there are no channels', () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  const signal = createTabSignal('a');
  expect(() => signal.tell()).not.toThrow();
  expect(() => signal.hear(() => undefined)()).not.toThrow();
  vi.unstubAllGlobals();
});
