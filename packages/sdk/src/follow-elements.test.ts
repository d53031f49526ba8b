import { expect, it, vi } from 'vitest';
import { followElements } from './follow-elements.ts';

const say = (page: EventTarget, detail: unknown): boolean => page.dispatchEvent(new CustomEvent('vua-activity', { detail }));

it('hands on what the size finders of a page tell, until it is stopped', () => {
  const page = new EventTarget();
  const track = vi.fn<(type: string, data: unknown) => Promise<void>>(async () => undefined);
  const stop = followElements({ track }, page);
  say(page, { type: 'size_finder_open', data: { itemId: 'dress' } });
  for (const odd of [null, undefined, {}, 'open', { type: 'click' }]) say(page, odd);
  stop();
  say(page, { type: 'size_finder_open', data: {} });
  expect(track.mock.calls).toEqual([['size_finder_open', { itemId: 'dress' }]]);
});
