import { type ShopPage, openShop, sendAll, startShop } from '../../packages/sdk/src/testing/open-shop.ts';
import { openBrowser } from '../../tools/testing/open-browser.ts';
import { type Bench, type BenchRow, percentiles } from '../bench-result.ts';

const QUEUED = 10_000;
const BURST = 100;
const TRACKS = 500;
const TRACK_LIMIT_MS = 5;
const TASK_LIMIT_MS = 50;

/** `track()` with a long queue, and what tracking and sending cost the main thread. */
export const trackerBench: Bench = {
  name: 'tracker',
  about: `track() with ${QUEUED.toLocaleString('en')} events queued, against a bare IndexedDB commit; long tasks while tracking and sending`,
  async run() {
    const ingest = await startShop();
    const browser = await openBrowser();
    try {
      // Away, so that the queue stays long.
      ingest.disturb(() => ({ kind: 'cut' }));
      const shop = await openShop(await browser.newContext(), ingest, { maxEvents: 2 * QUEUED });
      for (let first = 0; first < QUEUED; first += BURST) await shop.call('burst', first, BURST);
      const trackRows = await timeTracks(shop);
      ingest.disturb(undefined);
      return [...trackRows, ...await timeSending(shop, () => ingest.stored.length)];
    } finally {
      await browser.close();
      await ingest.close();
    }
  },
};

async function timeTracks({ call }: ShopPage): Promise<BenchRow[]> {
  const sinceMs = await call('nowMs');
  const ours = percentiles(await call('timeTracks', TRACKS));
  const longTasks = await call('longTasks', sinceMs);
  const bare = percentiles(await call('timeBareCommits', TRACKS));
  return [
    { case: 'track(), p95', value: ours.p95, unit: 'ms', ratio: ours.p95 / bare.p95, ...ours, limit: TRACK_LIMIT_MS },
    { case: 'bare IndexedDB commit, p95', value: bare.p95, unit: 'ms', ratio: 1, ...bare },
    { case: 'longest main-thread task while tracking', value: Math.max(0, ...longTasks), unit: 'ms', limit: TASK_LIMIT_MS },
  ];
}

async function timeSending({ call }: ShopPage, stored: () => number): Promise<BenchRow[]> {
  const sinceMs = await call('nowMs');
  await sendAll({ call });
  const tookMs = await call('nowMs') - sinceMs;
  const longTasks = await call('longTasks', sinceMs);
  if (stored() !== QUEUED + TRACKS) throw new Error(`${stored()} of ${QUEUED + TRACKS} events arrived`);
  return [
    { case: 'sending all that waits', value: stored() / (tookMs / 1000), unit: 'events/s' },
    { case: 'longest main-thread task while sending', value: Math.max(0, ...longTasks), unit: 'ms', limit: TASK_LIMIT_MS },
  ];
}
