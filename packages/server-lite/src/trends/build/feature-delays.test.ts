import { weekOfMs } from '@vua/models/trend';
import { afterEach, expect, it } from 'vitest';
import { createServices } from '../../create-services.ts';
import { memoryStores } from '../../testing/memory-app.ts';
import { createMemoryLimiter } from '../../tenants/limits/memory-limiter.ts';
import { RATE_LIMITS } from '../../tenants/limits/rate-limits.ts';
import { openFakeInstagram, type FakeInstagram } from '../testing/fake-instagram.ts';
import { HOUR_MS, MINUTE_MS, openCollecting, TOKEN } from '../testing/open-collecting.ts';

const guard = { authenticator: { findSite: async () => undefined, findBearer: async () => undefined }, limiter: createMemoryLimiter({ limits: RATE_LIMITS }) };
let instagram: FakeInstagram | undefined;
afterEach(() => instagram?.close());

it('from a post to its row of the table: the metric tells how long it waits, the alert comes above two hours, and the job ends both', async () => {
  const collecting = openCollecting();
  instagram = await openFakeInstagram({ token: TOKEN, now: collecting.now });
  instagram.publish('linen', [{ id: '1', postedMs: collecting.now() - MINUTE_MS, caption: 'áo linen' }]);
  await collecting.configure('instagram', instagram.baseUrl, ['linen']);
  await collecting.collect();
  const alerts: unknown[] = [];
  const stores = memoryStores({ trendStores: collecting.stores });
  const { jobs, metrics } = createServices(stores, { guard, clock: collecting.now, alert: async (...given) => { alerts.push(given); } });
  const run = async (name: string): Promise<void> => jobs.find((job) => job.name === name)?.run(new AbortController().signal);
  const delaySeconds = async (): Promise<number> => Number(/^vua_trend_feature_delay_seconds (\S+)$/m.exec(await metrics.render())?.[1]);
  collecting.pass(2 * HOUR_MS);
  await run('watch-trends');
  expect([await delaySeconds(), alerts]).toEqual([7200, []]);
  collecting.pass(MINUTE_MS);
  await run('watch-trends');
  expect([await delaySeconds(), alerts]).toEqual([7260, [['shop', { kind: 'features-late', source: 'instagram', ageMinutes: 121 }]]]);
  await run('build-trend-weeks');
  expect(await stores.trendWeeks.list('shop', { tags: ['fabric:linen'] })).toMatchObject([{ source: 'instagram', week: weekOfMs(collecting.now()), count: 1 }]);
  expect(await delaySeconds()).toBe(0);
});
