import 'fake-indexeddb/auto';
import { MeasurementStatistics } from '@vua/models/contracts';
import { Value } from 'typebox/value';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStatisticsSender, type StatisticsOptions, type StatisticsSender } from './send-statistics.ts';
import { createMemoryStatisticsStore, type StatisticsStore } from './statistics/kept-statistics.ts';
import { createStatisticsDatabase } from './statistics/statistics-database.ts';
import { sampleBody } from './testing/sample-record.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = 1_800_000_000_000;
const senders: StatisticsSender[] = [];

interface Sent { readonly url: unknown; readonly init: RequestInit }

beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => {
  for (const sender of senders.splice(0)) sender.close();
  vi.useRealTimers();
});

function open(changes: Partial<StatisticsOptions> = {}, statuses: number[] = []) {
  const sent: Sent[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    sent.push({ url, init: init ?? {} });
    const status = statuses.shift() ?? 204;
    if (status === 0) throw new TypeError('network');
    return new Response(null, { status });
  };
  const device = changes.device ?? createMemoryStatisticsStore();
  const openPage = (): StatisticsSender => {
    const sender = createStatisticsSender({ apiUrl: new URL('https://shop.example/api/'), siteKey: 'site_shopaaaa', isGranted: () => true, fetch, device, ...changes });
    senders.push(sender);
    return sender;
  };
  return { sent, device, openPage };
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const bodyOf = ({ init }: Sent): unknown => JSON.parse(init.body as string) as unknown;

it('sends whole centimetres and nothing else, hours later, in a request that tells nothing of whom', async () => {
  const { sent, openPage } = open();
  const offer = await openPage().offer(sampleBody());
  expect(offer).toMatchObject({ status: 'waiting', lasts: 'device' });
  await pass(HOUR - 1);
  expect(sent).toEqual([]);
  await pass(23 * HOUR + 60_001);
  expect(sent).toHaveLength(1);
  const [request] = sent as [Sent];
  expect(String(request.url)).toBe('https://shop.example/api/v1/measurement-statistics?site=site_shopaaaa');
  expect(request.init).toMatchObject({ method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer', headers: { 'content-type': 'application/json' } });
  expect(bodyOf(request)).toEqual({ kind: 'rounded', audience: 'women', valuesCm: { chest: 31, waist: 35, hip: 42, inseam: 68, stature: 166 } });
  expect(Value.Check(MeasurementStatistics, bodyOf(request))).toBe(true);
});

it('the hour is random: from 1 to 24 hours, all of them', async () => {
  const waits: number[] = [];
  for (let draw = 0; draw < 200; draw += 1) {
    const offer = await open().openPage().offer(sampleBody());
    if (offer.status === 'waiting') waits.push((offer.dueAtMs - START) / HOUR);
  }
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...waits)).toBeLessThanOrEqual(24);
  expect(new Set(waits.map(Math.floor)).size).toBeGreaterThan(15);
});

it.each<[string, StatisticsStore]>([['memory', createMemoryStatisticsStore()], ['IndexedDB', createStatisticsDatabase('site_later')]])('a later page sends it, once, also with several pages open (%s)', async (_name, device) => {
  const clock = { nowMs: START };
  const { sent, openPage } = open({ device, now: () => clock.nowMs });
  const first = openPage();
  await first.offer(sampleBody());
  first.close();
  clock.nowMs += 2 * DAY;
  const pages = [openPage(), openPage(), openPage()];
  const outcomes = await Promise.all(pages.map((page) => page.sendDue()));
  expect(outcomes.toSorted()).toEqual(['counted', 'none', 'none']);
  expect(sent).toHaveLength(1);
});

it('does not leave together with the first events of a page', async () => {
  const { sent, openPage } = open({ random: () => 2 ** 31 });
  const first = openPage();
  await first.offer(sampleBody());
  first.close();
  await pass(2 * DAY);
  openPage().start();
  await pass(29_000);
  expect(sent).toEqual([]);
  await pass(2000);
  expect(sent).toHaveLength(1);
});

it('keeps nothing and sends nothing without consent', async () => {
  const { sent, device, openPage } = open({ isGranted: () => false });
  expect(await openPage().offer(sampleBody())).toEqual({ status: 'skipped', reason: 'no-consent' });
  await pass(2 * DAY);
  expect([await device.read(), sent]).toEqual(['none', []]);
});

it('what waits when consent is withdrawn is never sent, and deleted', async () => {
  let isGranted = true;
  const { sent, device, openPage } = open({ isGranted: () => isGranted });
  const page = openPage();
  await page.offer(sampleBody());
  isGranted = false;
  await pass(2 * DAY);
  expect(sent).toEqual([]);
  expect(await device.read()).toBe('none');
});

it('answers once in 30 days', async () => {
  const { sent, openPage } = open();
  const page = openPage();
  await page.offer(sampleBody());
  expect(await page.offer(sampleBody(2))).toEqual({ status: 'skipped', reason: 'too-soon' });
  await pass(29 * DAY);
  expect(await page.offer(sampleBody(2))).toEqual({ status: 'skipped', reason: 'too-soon' });
  await pass(2 * DAY);
  expect(await page.offer(sampleBody(2))).toMatchObject({ status: 'waiting' });
  await pass(2 * DAY);
  expect(sent).toHaveLength(2);
});

it('counts no body that was only guessed from answers, and none without measurements', async () => {
  const page = open().openPage();
  expect(await page.offer({ ...sampleBody(), source: 'answers' })).toEqual({ status: 'skipped', reason: 'not-measured' });
  expect(await page.offer({ source: 'camera', profile: { statureCm: Number.NaN }, measurements: {} })).toEqual({ status: 'skipped', reason: 'not-measured' });
});

it('tries later what the server did not count, and never what it may have counted', async () => {
  const { sent, openPage } = open({}, [503, 429, 204]);
  await openPage().offer(sampleBody());
  await pass(4 * DAY);
  expect(sent).toHaveLength(3);
  const lost = open({}, [0, 204]);
  await lost.openPage().offer(sampleBody());
  await pass(4 * DAY);
  expect(lost.sent).toHaveLength(1);
});

it('waits while the browser is offline', async () => {
  let isOnline = false;
  const { sent, openPage } = open({ isOnline: () => isOnline });
  const page = openPage();
  await page.offer(sampleBody());
  await pass(2 * DAY);
  expect(sent).toEqual([]);
  isOnline = true;
  await pass(2 * 60_000);
  expect(sent).toHaveLength(1);
});

it('lives with the page where the device keeps nothing', async () => {
  const broken: StatisticsStore = { read: async () => 'unreachable', write: async () => false, takeDue: async () => undefined, clear: async () => false };
  const { sent, openPage } = open({ device: broken });
  const page = openPage();
  expect(await page.offer(sampleBody())).toMatchObject({ status: 'waiting', lasts: 'page' });
  await pass(2 * DAY);
  expect(sent).toHaveLength(1);
  expect(await page.forget()).toBe(false);
});

it('storage that is missing is no fault', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const { openPage } = open({ device: createStatisticsDatabase('site_none') });
  expect(await openPage().offer(sampleBody())).toMatchObject({ status: 'waiting', lasts: 'page' });
  vi.unstubAllGlobals();
});

it('a randomized answer is one bin of one measurement, and stays the same for good', async () => {
  const { sent, openPage } = open({ randomized: { epsilon: 2, bins: 8 } });
  const page = openPage();
  await page.offer(sampleBody());
  await pass(31 * DAY);
  await page.offer(sampleBody(40));
  await pass(2 * DAY);
  expect(sent).toHaveLength(2);
  const [first, second] = (sent as [Sent, Sent]).map(bodyOf);
  expect(second).toEqual(first);
  expect(Object.keys(first as object).sort()).toEqual(['audience', 'bin', 'bins', 'epsilon', 'kind', 'zone']);
  expect(Value.Check(MeasurementStatistics, first)).toBe(true);
});
