import { expect, it } from 'vitest';
import { createInbox } from './inbox.ts';

it('gives what was put, in its order, and lets the giver wait for room', async () => {
  const inbox = createInbox<number>(2);
  await inbox.put(1);
  let hasRoom = false;
  const second = inbox.put(2).then(() => { hasRoom = true; });
  await inbox.filled();
  expect(hasRoom).toBe(false);
  expect(inbox.take(1)).toEqual([1]);
  await second;
  expect(inbox.take(Infinity)).toEqual([2]);
});

it('lets nobody wait once it is closed', async () => {
  const inbox = createInbox<number>(1);
  const [filled] = [inbox.filled()];
  inbox.close();
  await filled;
  await inbox.put(1);
  await inbox.put(2);
  expect(inbox.take(Infinity)).toEqual([1, 2]);
});
