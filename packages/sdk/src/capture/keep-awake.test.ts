import { expect, it, vi } from 'vitest';
import { keepAwake } from './keep-awake.ts';

class Page extends EventTarget {
  hidden = false;
}

function setUp() {
  let held = 0;
  const request = vi.fn<() => Promise<WakeLockSentinel>>(async () => {
    held++;
    return { release: async () => void held-- } as WakeLockSentinel;
  });
  return { page: new Page(), wakeLock: { request }, held: () => held };
}

it('holds the screen until it is undone, also when that comes before the answer', async () => {
  const { page, wakeLock, held } = setUp();
  const undo = keepAwake(wakeLock, page);
  await vi.waitFor(() => expect(held()).toBe(1));
  undo();
  await vi.waitFor(() => expect(held()).toBe(0));
  keepAwake(wakeLock, page)();
  await vi.waitFor(() => expect(wakeLock.request).toHaveBeenCalledTimes(2));
  await vi.waitFor(() => expect(held()).toBe(0));
});

it('asks again when the page is seen again, and no more once it is undone', async () => {
  const { page, wakeLock } = setUp();
  const undo = keepAwake(wakeLock, page);
  page.hidden = true;
  page.dispatchEvent(new Event('visibilitychange'));
  expect(wakeLock.request).toHaveBeenCalledTimes(1);
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  expect(wakeLock.request).toHaveBeenCalledTimes(2);
  undo();
  page.dispatchEvent(new Event('visibilitychange'));
  expect(wakeLock.request).toHaveBeenCalledTimes(2);
});

it('does without where the browser cannot or will not', async () => {
  const refused = vi.fn<() => Promise<WakeLockSentinel>>().mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const undo = keepAwake({ request: refused }, new Page());
  await vi.waitFor(() => expect(refused).toHaveBeenCalled());
  expect(undo).not.toThrow();
  expect(keepAwake(undefined, new Page())).not.toThrow();
});
