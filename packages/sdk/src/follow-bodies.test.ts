import type { BodyEstimate } from '@vua/models/body';
import type { ConsentChoice } from '@vua/models/contracts';
import { expect, it, vi } from 'vitest';
import { createStatisticsSender } from './profile/send-statistics.ts';
import { followBodies } from './follow-bodies.ts';

const sender = vi.hoisted(() => ({ start: vi.fn<() => void>(), offer: vi.fn<(body: BodyEstimate) => Promise<void>>(async () => undefined) }));
vi.mock('./profile/send-statistics.ts', () => ({ createStatisticsSender: vi.fn<() => typeof sender>(() => sender) }));

const TAKE_BODY = Symbol.for('vua.take-body');
const body = {} as BodyEstimate;
const place = { siteKey: 'site_demoshop', apiUrl: new URL('https://api.example/') };

it('loads nothing and offers nothing before the shopper agrees, and then each body', async () => {
  let statistics: ConsentChoice = 'unknown';
  const page: Record<symbol, (body: BodyEstimate) => void> = {};
  followBodies({ read: () => ({ analytics: 'granted', personalization: 'granted', statistics }) }, place, page);
  page[TAKE_BODY]?.(body);
  statistics = 'denied';
  page[TAKE_BODY]?.(body);
  expect(createStatisticsSender).not.toHaveBeenCalled();
  statistics = 'granted';
  page[TAKE_BODY]?.(body);
  page[TAKE_BODY]?.(body);
  await vi.waitFor(() => expect(createStatisticsSender).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => expect(sender.offer).toHaveBeenCalledTimes(2));
  expect(sender.start).toHaveBeenCalledTimes(1);
});
