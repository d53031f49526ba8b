import { afterEach, expect, it } from 'vitest';
import { openFakePinterest, type FakePinterest } from '../../testing/fake-pinterest.ts';
import { HOUR_MS, openCollecting, START_MS, TOKEN, type Collecting } from '../../testing/open-collecting.ts';

const opened: FakePinterest[] = [];
afterEach(() => Promise.all(opened.splice(0).map((fake) => fake.close())));

const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

async function openBoth(requests?: number): Promise<{ readonly fake: FakePinterest; readonly collecting: Collecting }> {
  const collecting = openCollecting();
  const fake = await openFakePinterest({ token: TOKEN, now: collecting.now, ...(requests !== undefined && { requests }) });
  opened.push(fake);
  return { fake, collecting };
}

const placeOf = (tag: string) => ({ tenantId: 'shop', source: 'pinterest', tag }) as const;
const pointsOf = ({ stores }: Collecting, tag: string) => stores.posts.points(placeOf(tag));
const snapshotsOf = ({ stores }: Collecting, tag: string) => stores.snapshots.list(placeOf(tag), 0, Number.MAX_SAFE_INTEGER);
const reportOf = ({ service }: Collecting) => service.find('shop', 'pinterest');

it('collects the weeks of a keyword in each region', async () => {
  const { fake, collecting } = await openBoth();
  fake.search('US', 'quiet luxury', () => 40);
  fake.search('US', 'quiet luxury outfits', () => 1);
  fake.search('AR', 'quietluxury', (weekEndMs) => (weekEndMs > START_MS - 10 * WEEK_MS ? 50 : 100));
  await collecting.configure('pinterest', fake.baseUrl, ['quiet luxury', 'quietluxury'], { regions: ['US', 'AR'] });
  await collecting.collect();
  const points = await pointsOf(collecting, 'quiet luxury');
  expect(points).toHaveLength(53);
  expect(points.at(-1)).toEqual({ region: 'US', weekEndMs: Date.UTC(2026, 10, 28), value: 100, seenMs: START_MS });
  // A keyword that is none of the region's top is looked for in every list.
  expect((await snapshotsOf(collecting, 'quiet luxury')).map(({ question, entries, factor }) => [question, entries, factor])).toEqual([['US/monthly', 53, 1], ['AR/monthly', 0, undefined], ['AR/growing', 0, undefined], ['AR/yearly', 0, undefined]]);
  expect((await pointsOf(collecting, 'quietluxury')).filter(({ region }) => region === 'AR').map(({ value }) => value).slice(42)).toEqual([100, ...Array<number>(10).fill(50)]);
  expect(fake.calls[0]?.pathname).toBe('/v5/trends/keywords/US/top/monthly');
  expect(fake.calls[0]?.search).not.toContain('token');
});

it('splices windows that are relative to a new highest week onto the old scale, and keeps the scales', async () => {
  const { fake, collecting } = await openBoth();
  const amountOf = (weekEndMs: number): number => (weekEndMs > START_MS ? 400 : 100 + 50 * Math.sin(weekEndMs / (8 * WEEK_MS)));
  fake.search('US', 'linen', amountOf);
  await collecting.configure('pinterest', fake.baseUrl, ['linen']);
  await collecting.collect();
  collecting.pass(DAY_MS - 1);
  await collecting.collect();
  expect(await snapshotsOf(collecting, 'linen')).toHaveLength(1);
  for (let week = 0; week < 3; week += 1) {
    collecting.pass(WEEK_MS);
    await collecting.collect();
  }
  const points = await pointsOf(collecting, 'linen');
  expect(points).toHaveLength(56);
  const scale = (points[0]?.value ?? 0) / amountOf(points[0]?.weekEndMs ?? 0);
  for (const { value, weekEndMs } of points) expect(value / (scale * amountOf(weekEndMs))).toBeCloseTo(1, 1);
  const factors = (await snapshotsOf(collecting, 'linen')).map(({ factor }) => factor ?? 0);
  expect(factors[0]).toBe(1);
  expect(factors[1]).toBeGreaterThan(2.5);
});

it('does not ask beyond the last request that is allowed, nor while it is refused', async () => {
  const { fake, collecting } = await openBoth(2);
  for (const tag of ['a', 'b', 'c']) fake.search('US', tag, () => 1);
  await collecting.configure('pinterest', fake.baseUrl, ['a', 'b', 'c']);
  await collecting.collect();
  expect(fake.calls).toHaveLength(2);
  expect(await reportOf(collecting)).toMatchObject({ status: 'active', retryAtMs: START_MS + 60_000, quota: { usagePercent: 100, requestsToday: 2, requestsPerDay: 1000 } });
  collecting.pass(60_000);
  await collecting.collect();
  expect(fake.calls).toHaveLength(3);
  expect((await reportOf(collecting))?.retryAtMs).toBe(START_MS + 60_000 + 120_000);
  fake.allow(10);
  collecting.pass(120_000);
  await collecting.collect();
  expect(await pointsOf(collecting, 'c')).toHaveLength(53);
});

it('keeps to a thousand requests a day', async () => {
  const { fake, collecting } = await openBoth(5000);
  await collecting.configure('pinterest', fake.baseUrl, Array.from({ length: 300 }, (_, place) => `tag ${place}`), { regions: ['US', 'AR'] });
  for (let run = 0; run < 12; run += 1) await collecting.collect();
  expect(fake.calls).toHaveLength(1000);
  expect((await reportOf(collecting))?.quota).toMatchObject({ requestsToday: 1000 });
  collecting.pass(12 * HOUR_MS);
  expect((await reportOf(collecting))?.quota).toMatchObject({ requestsToday: 0 });
  await collecting.collect();
  expect(fake.calls).toHaveLength(1100);
});

it.each([['reset', 0], ['cut', 1], ['odd-shape', 1], ['html', 1], ['error-500', 0]] as const)('survives an outage (%s)', async (fault, kept) => {
  const { fake, collecting } = await openBoth();
  for (const tag of ['linen', 'denim']) fake.search('US', tag, () => 3);
  await collecting.configure('pinterest', fake.baseUrl, ['linen', 'denim']);
  fake.failNext(fault);
  await collecting.collect();
  expect(await snapshotsOf(collecting, 'linen')).toHaveLength(kept);
  expect(await pointsOf(collecting, 'linen')).toEqual([]);
  collecting.pass(5 * HOUR_MS);
  await collecting.collect();
  expect([(await pointsOf(collecting, 'linen')).length, (await pointsOf(collecting, 'denim')).length]).toEqual([53, 53]);
});

it('rests when the token is revoked, while other sources and shops go on', async () => {
  const { fake, collecting } = await openBoth();
  const good = await openFakePinterest({ token: TOKEN, now: collecting.now });
  opened.push(good);
  good.search('US', 'linen', () => 1);
  fake.revoke();
  await collecting.configure('pinterest', fake.baseUrl, ['linen'], { tenantId: 'a' });
  await collecting.configure('pinterest', good.baseUrl, ['linen'], { tenantId: 'b' });
  await collecting.collect();
  expect(collecting.alerts).toMatchObject([{ tenantId: 'a', source: 'pinterest', reason: 'token-revoked' }]);
  expect(await collecting.stores.posts.points({ ...placeOf('linen'), tenantId: 'b' })).toHaveLength(53);
});
