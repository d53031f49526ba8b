import { afterEach, expect, it } from 'vitest';
import { createMemoryTrendStores } from '../memory-trend-stores.ts';
import { openFakeInstagram, type FakeInstagram, type FakeInstagramOptions, type FakeMedia } from '../../testing/fake-instagram.ts';
import { ACCOUNT, HOUR_MS, MINUTE_MS, openCollecting, START_MS, TOKEN, type Collecting } from '../../testing/open-collecting.ts';

const opened: FakeInstagram[] = [];
afterEach(() => Promise.all(opened.splice(0).map((fake) => fake.close())));

async function openBoth(options: Partial<FakeInstagramOptions> = {}, given: Parameters<typeof openCollecting>[0] = {}): Promise<{ readonly fake: FakeInstagram; readonly collecting: Collecting }> {
  const collecting = openCollecting(given);
  const fake = await openFakeInstagram({ token: TOKEN, now: collecting.now, ...options });
  opened.push(fake);
  return { fake, collecting };
}

/** So many posts, a minute apart, the newest one minute before `beforeMs`. */
const mediaOf = (count: number, beforeMs = START_MS, prefix = '1800'): readonly FakeMedia[] => Array.from({ length: count }, (_, place) => ({ id: `${prefix}${place}`, postedMs: beforeMs - (place + 1) * MINUTE_MS, likes: place }));

const placeOf = (tag: string) => ({ tenantId: 'shop', source: 'instagram', tag }) as const;
const postsOf = ({ stores }: Collecting, tag: string) => stores.posts.list(placeOf(tag), 0, Number.MAX_SAFE_INTEGER);
const snapshotsOf = ({ stores }: Collecting, tag: string) => stores.snapshots.list(placeOf(tag), 0, Number.MAX_SAFE_INTEGER);
const reportOf = ({ service }: Collecting) => service.find('shop', 'instagram');
const pathsOf = (fake: FakeInstagram): readonly string[] => fake.calls.map(({ pathname }) => pathname.split('/').at(-1) ?? '');

it('pages through what is new although the cursor is the same on every page, and keeps each post once', async () => {
  const { fake, collecting } = await openBoth();
  fake.publish('linen', mediaOf(120));
  await collecting.configure('instagram', fake.baseUrl, ['linen']);
  await collecting.collect();
  const posts = await postsOf(collecting, 'linen');
  expect(new Set(posts.map(({ postId }) => postId)).size).toBe(120);
  expect(posts.at(-1)).toEqual({ source: 'instagram', tag: 'linen', postId: '18000', postedMs: START_MS - MINUTE_MS, seenMs: START_MS, imageUrl: 'https://scontent.example/18000.jpg?sig=1', likes: 0, comments: 2 });
  // The fourth page is empty: behind it is nothing.
  expect((await snapshotsOf(collecting, 'linen')).map(({ page, entries, isSaturated, question }) => [question, page, entries, isSaturated])).toEqual([50, 50, 20, 0].map((entries, page) => ['recent-media', page, entries, false]));
  expect(await reportOf(collecting)).toMatchObject({ status: 'active', lastSuccessAtMs: START_MS, newestSnapshotAgeMs: 0, heldTags: [], quota: { requestsToday: 6, usagePercent: 2, hashtagsUsed: 1, hashtagsLimit: 30 } });
});

it('asks again after four hours, knows the hashtag, and stops at a page that brings nothing new', async () => {
  const { fake, collecting } = await openBoth();
  fake.publish('linen', mediaOf(120));
  await collecting.configure('instagram', fake.baseUrl, ['linen']);
  await collecting.collect();
  collecting.pass(3 * HOUR_MS);
  const before = fake.calls.length;
  await collecting.collect();
  expect(fake.calls).toHaveLength(before);
  collecting.pass(HOUR_MS);
  fake.publish('linen', mediaOf(10, collecting.now(), '1900'));
  await collecting.collect();
  expect(pathsOf(fake).slice(before)).toEqual(['recently_searched_hashtags', 'recent_media', 'recent_media']);
  expect(await postsOf(collecting, 'linen')).toHaveLength(130);
});

it('stops when the source repeats a page for ever', async () => {
  const { fake, collecting } = await openBoth({ repeatsLastPage: true });
  fake.publish('linen', mediaOf(60));
  await collecting.configure('instagram', fake.baseUrl, ['linen']);
  await collecting.collect();
  expect(pathsOf(fake).filter((path) => path === 'recent_media')).toHaveLength(3);
  expect(await postsOf(collecting, 'linen')).toHaveLength(60);
});

it('says that there was more than it may page through', async () => {
  const { fake, collecting } = await openBoth();
  fake.publish('ootd', mediaOf(1100));
  await collecting.configure('instagram', fake.baseUrl, ['ootd']);
  await collecting.collect();
  const snapshots = await snapshotsOf(collecting, 'ootd');
  expect([snapshots.length, snapshots.filter(({ isSaturated }) => isSaturated).map(({ page }) => page)]).toEqual([20, [19]]);
  expect(await postsOf(collecting, 'ootd')).toHaveLength(1000);
});

it('searches for words without their blanks, and tells hidden likes from none', async () => {
  const { fake, collecting } = await openBoth();
  fake.publish('áodài', [{ id: '1', postedMs: START_MS - HOUR_MS }, { id: '2', postedMs: START_MS - 2 * HOUR_MS, likes: 0, caption: 'Áo dài @nguyen.thi #aodai mail a.b@shop.vn\u0000' }]);
  await collecting.configure('instagram', fake.baseUrl, ['Áo dài']);
  await collecting.collect();
  const [second, first] = await postsOf(collecting, 'áo dài');
  expect(first).not.toHaveProperty('likes');
  expect(second).toMatchObject({ likes: 0, caption: 'Áo dài @ #aodai mail @' });
  const bodies = (await snapshotsOf(collecting, 'áo dài')).map(({ body }) => body).join('');
  for (const secret of ['nguyen', 'shop.vn', TOKEN, encodeURIComponent(TOKEN)]) expect(bodies).not.toContain(secret);
  expect(bodies).toContain('[token]');
});

it('backs off before the limit, for as long as the header says', async () => {
  const { fake, collecting } = await openBoth();
  for (const tag of ['linen', 'denim']) fake.publish(tag, mediaOf(120, START_MS, tag));
  await collecting.configure('instagram', fake.baseUrl, ['linen', 'denim']);
  fake.use(90, 30);
  await collecting.collect();
  // One page, cut off there, and nothing of the other tag.
  expect((await snapshotsOf(collecting, 'linen')).map(({ isSaturated }) => isSaturated)).toEqual([true]);
  expect(await reportOf(collecting)).toMatchObject({ status: 'active', retryAtMs: START_MS + 30 * MINUTE_MS, quota: { usagePercent: 90 } });
  fake.use(10);
  collecting.pass(29 * MINUTE_MS);
  await collecting.collect();
  expect(await postsOf(collecting, 'denim')).toEqual([]);
  collecting.pass(MINUTE_MS);
  await collecting.collect();
  expect(await postsOf(collecting, 'denim')).toHaveLength(120);
});

it('goes on after a wait that is told in parts of a minute', async () => {
  const { fake, collecting } = await openBoth();
  fake.publish('linen', mediaOf(1));
  await collecting.configure('instagram', fake.baseUrl, ['linen']);
  fake.use(100, 1.000013);
  await collecting.collect();
  expect(await reportOf(collecting)).toMatchObject({ status: 'active', retryAtMs: START_MS + 60_001 });
});

it('asks no further while it is refused for the rate', async () => {
  const { fake, collecting } = await openBoth();
  fake.publish('linen', mediaOf(10));
  await collecting.configure('instagram', fake.baseUrl, ['linen', 'denim', 'silk']);
  fake.use(100);
  await collecting.collect();
  expect(fake.calls).toHaveLength(1);
  expect(await reportOf(collecting)).toMatchObject({ status: 'active', retryAtMs: START_MS + HOUR_MS, quota: { usagePercent: 100 } });
});

it('keeps to 30 hashtags in 7 days for each account, and goes on with those it knows', async () => {
  const { fake, collecting } = await openBoth();
  for (const tag of ['linen', 'denim', 'silk']) fake.publish(tag, mediaOf(3, START_MS, tag));
  const filled = Array.from({ length: 29 }, (_, place) => String(900 + place));
  fake.fillAccount(ACCOUNT, filled);
  fake.fillAccount('17841400000000002', filled);
  await collecting.configure('instagram', fake.baseUrl, ['linen', 'denim', 'silk'], { accountIds: [ACCOUNT, '17841400000000002'] });
  await collecting.collect();
  expect(await Promise.all(['linen', 'denim', 'silk'].map(async (tag) => (await postsOf(collecting, tag)).length))).toEqual([3, 3, 0]);
  // It was not even tried.
  expect(pathsOf(fake).filter((path) => path === 'ig_hashtag_search')).toHaveLength(2);
  expect(await reportOf(collecting)).toMatchObject({ status: 'active', heldTags: ['silk'], quota: { hashtagsUsed: 60, hashtagsLimit: 60 } });
  collecting.pass(4 * HOUR_MS);
  fake.publish('linen', mediaOf(1, collecting.now(), 'new'));
  await collecting.collect();
  expect(await postsOf(collecting, 'linen')).toHaveLength(4);
  collecting.pass(7 * 24 * HOUR_MS);
  fake.publish('silk', mediaOf(3, collecting.now(), 'later'));
  await collecting.collect();
  expect(await postsOf(collecting, 'silk')).toHaveLength(3);
});

it('lets a tag rest that the source refuses, and goes on with the others', async () => {
  const { fake, collecting } = await openBoth();
  fake.publish('linen', mediaOf(3));
  await collecting.configure('instagram', fake.baseUrl, ['nsfw', 'linen']);
  await collecting.collect();
  expect(await postsOf(collecting, 'linen')).toHaveLength(3);
  expect((await snapshotsOf(collecting, 'nsfw')).map(({ question, httpStatus }) => [question, httpStatus])).toEqual([['hashtag-search', 400]]);
  expect(await reportOf(collecting)).toMatchObject({ status: 'active', heldTags: ['nsfw'] });
  collecting.pass(24 * HOUR_MS);
  await collecting.collect();
  expect(pathsOf(fake).filter((path) => path === 'ig_hashtag_search')).toHaveLength(2);
});

it('starts over what broke off, and finds what lay behind it', async () => {
  const { fake, collecting } = await openBoth({}, { requestsPerRun: 4 });
  fake.publish('linen', mediaOf(120));
  await collecting.configure('instagram', fake.baseUrl, ['linen']);
  // List of hashtags, search, two pages.
  await collecting.collect();
  expect(await postsOf(collecting, 'linen')).toHaveLength(100);
  expect(await collecting.stores.snapshots.progress('shop', 'instagram')).toMatchObject([{ tag: 'linen', cursor: { accountId: ACCOUNT } }]);
  collecting.pass(15 * MINUTE_MS);
  await collecting.collect();
  expect(await postsOf(collecting, 'linen')).toHaveLength(120);
});

it.each([
  ['reset', 0], ['reset-midway', 0], ['error-500', 0], ['hang', 0], ['cut', 1], ['odd-shape', 1], ['html', 1],
] as const)('an outage in the middle (%s) loses nothing, and what cannot be read is kept', async (fault, kept) => {
  const { fake, collecting } = await openBoth({}, { timeoutMs: 500 });
  fake.publish('linen', mediaOf(120));
  fake.publish('denim', mediaOf(5, START_MS, 'denim'));
  await collecting.configure('instagram', fake.baseUrl, ['linen', 'denim']);
  // The second page of media is lost.
  fake.failNext('none', 'none', 'none', fault);
  await collecting.collect();
  expect(await postsOf(collecting, 'linen')).toHaveLength(50);
  expect(await snapshotsOf(collecting, 'linen')).toHaveLength(1 + kept);
  expect(await reportOf(collecting)).toMatchObject({ status: 'active', heldTags: ['linen'] });
  collecting.pass(5 * HOUR_MS);
  await collecting.collect();
  expect([(await postsOf(collecting, 'linen')).length, (await postsOf(collecting, 'denim')).length]).toEqual([120, 5]);
  expect(await reportOf(collecting)).toMatchObject({ status: 'active', heldTags: [] });
});

it('asks the others where the database does not take what one source tells', async () => {
  const stores = createMemoryTrendStores();
  const snapshots: typeof stores.snapshots = { ...stores.snapshots, save: async (place, batch) => (place.tenantId === 'a' ? Promise.reject(new Error('no row')) : stores.snapshots.save(place, batch)) };
  const { fake, collecting } = await openBoth({}, { stores: { ...stores, snapshots } });
  fake.publish('linen', mediaOf(3));
  for (const tenantId of ['a', 'shop']) await collecting.configure('instagram', fake.baseUrl, ['linen'], { tenantId });
  await expect(collecting.collect()).rejects.toThrow('no row');
  expect(await postsOf(collecting, 'linen')).toHaveLength(3);
});

it('waits longer from outage to outage', async () => {
  const { fake, collecting } = await openBoth();
  await collecting.configure('instagram', fake.baseUrl, ['a', 'b', 'c', 'd', 'e']);
  const waits: number[] = [];
  for (let time = 0; time < 4; time += 1) {
    fake.failNext('error-500');
    await collecting.collect();
    const waitMs = ((await reportOf(collecting))?.retryAtMs ?? 0) - collecting.now();
    waits.push(waitMs / MINUTE_MS);
    collecting.pass(waitMs);
  }
  expect(waits).toEqual([1, 2, 4, 8]);
  expect(fake.calls).toHaveLength(4);
});

it('rests when the token is revoked, tells the shop, loses nothing, and goes on with a new one', async () => {
  const { fake, collecting } = await openBoth();
  fake.publish('linen', mediaOf(5));
  await collecting.configure('instagram', fake.baseUrl, ['linen', 'denim']);
  await collecting.collect();
  fake.revoke();
  collecting.pass(8 * HOUR_MS);
  await collecting.collect();
  await collecting.collect();
  expect(collecting.alerts).toEqual([{ tenantId: 'shop', kind: 'source-paused', source: 'instagram', reason: 'token-revoked' }]);
  expect(await reportOf(collecting)).toMatchObject({ status: 'paused', reason: 'token-revoked' });
  expect(await postsOf(collecting, 'linen')).toHaveLength(5);
  const other = await openFakeInstagram({ token: 'another-token-1', now: collecting.now });
  opened.push(other);
  other.publish('linen', mediaOf(1, collecting.now(), 'new'));
  await collecting.configure('instagram', other.baseUrl, ['linen'], { token: 'another-token-1' });
  await collecting.collect();
  expect(await postsOf(collecting, 'linen')).toHaveLength(6);
  expect(await reportOf(collecting)).toMatchObject({ status: 'active' });
});

it('ends soon when the process does, and blames nobody', async () => {
  const { fake, collecting } = await openBoth();
  fake.publish('linen', mediaOf(5));
  await collecting.configure('instagram', fake.baseUrl, ['linen', 'denim']);
  const stop = new AbortController();
  fake.failNext('hang');
  const run = collecting.collect(stop.signal);
  await expect.poll(() => fake.calls.length).toBe(1);
  stop.abort();
  await run;
  expect(fake.calls).toHaveLength(1);
  expect(await reportOf(collecting)).toMatchObject({ status: 'active', heldTags: [] });
  expect(await reportOf(collecting)).not.toHaveProperty('retryAtMs');
});
