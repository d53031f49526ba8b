import 'fake-indexeddb/auto';
import type { BodyEstimate } from '@vua/models/body';
import type { ConsentChoice } from '@vua/models/contracts';
import { expect, it, vi } from 'vitest';
import { createStatisticsSender } from './profile/send-statistics.ts';
import { followBodies } from './follow-bodies.ts';

vi.mock('./profile/send-statistics.ts', () => ({ createStatisticsSender: vi.fn(() => ({ start: vi.fn(), offer: vi.fn(async () => ({ status: 'waiting' })) })) }));

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
  const { offer, start } = vi.mocked(createStatisticsSender).mock.results[0]?.value as ReturnType<typeof createStatisticsSender>;
  await vi.waitFor(() => expect(offer).toHaveBeenCalledTimes(2));
  expect(start).toHaveBeenCalledTimes(1);
});
