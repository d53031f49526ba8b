import { expect, it, vi } from 'vitest';
import type { Tracker } from './create-tracker.ts';
import { exposeTracker } from './expose-tracker.ts';

function memoryTracker(): Tracker & { readonly calls: unknown[] } {
  const calls: unknown[] = [];
  const note = (name: string) => (...given: unknown[]) => { calls.push([name, ...given]); };
  return { calls, track: note('track'), listen: note('listen'), flush: note('flush'), diagnose: note('diagnose'), close: note('close'), consent: { read: note('read'), log: note('log'), set: note('set') } } as unknown as Tracker & { calls: unknown[] };
}

interface Page {
  vua: { calls: { push(...calls: unknown[]): void }; track: Tracker['track'] };
}

it('makes up for early calls, in order, and takes later ones', () => {
  const tracker = memoryTracker();
  const early: unknown[] = [['consent.set', { analytics: 'granted' }, 'banner-1'], ['track', 'click', { target: 'a' }]];
  const page = { vua: { calls: early } };
  exposeTracker(tracker, page);
  const { vua } = page as unknown as Page;
  early.push(['track', 'click', { target: 'b' }]);
  vua.calls.push(['track', 'click', { target: 'c' }]);
  void vua.track('click', { target: 'd' });
  expect(tracker.calls).toEqual([
    ['set', { analytics: 'granted' }, 'banner-1'], ['track', 'click', { target: 'a' }], ['track', 'click', { target: 'b' }], ['track', 'click', { target: 'c' }], ['track', 'click', { target: 'd' }],
  ]);
});

it.each([[undefined], [{}], [{ calls: 'no list' }]])('needs no early calls: %j', (vua) => {
  const tracker = memoryTracker();
  exposeTracker(tracker, { vua });
  expect(tracker.calls).toEqual([]);
});

it.each([[null], ['track'], [[]], [['close']], [['constructor', 1]], [['__proto__']], [['consent', {}]]])('leaves out what is no call, and says so once: %j', (wrong) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const tracker = memoryTracker();
  exposeTracker(tracker, { vua: { calls: [wrong, ['track', 'click', {}]] } });
  expect(tracker.calls).toEqual([['track', 'click', {}]]);
  expect(warn.mock.calls).toEqual([[expect.stringContaining('track, listen, flush, consent.set'), wrong]]);
});
