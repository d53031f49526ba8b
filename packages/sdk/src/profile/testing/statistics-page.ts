import type { BodyEstimate } from '@vua/models/body';
import { createStatisticsSender, type StatisticsSender } from '../send-statistics.ts';
import { dumpStorage } from './dump-storage.ts';

const DAY_MS = 24 * 3_600_000;

/** A sender of this page, whose clock is so many days ahead. */
const open = (apiUrl: string, daysAhead = 0): StatisticsSender =>
  createStatisticsSender({ apiUrl: new URL(apiUrl), siteKey: 'site_shopaaaa', isGranted: () => true, now: () => Date.now() + daysAhead * DAY_MS });

/** What a test asks of a page. */
export const lab = {
  offer: (apiUrl: string, body: BodyEstimate) => open(apiUrl).offer(body),
  sendDue: (apiUrl: string, daysAhead: number) => open(apiUrl, daysAhead).sendDue(),
  dump: dumpStorage,
};
