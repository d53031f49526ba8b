import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AttributeVocabulary, TREND_VOCABULARY } from '@vua/models/trend';
import { createServices } from '../../create-services.ts';
import { createMemoryLimiter } from '../../tenants/limits/memory-limiter.ts';
import { RATE_LIMITS } from '../../tenants/limits/rate-limits.ts';
import { memoryStores } from '../../testing/memory-app.ts';
import { createColourTagger, type ColourTagger, type ColourTaggerDeps } from '../features/image/colour-tagger.ts';
import { createImageDecoder } from '../features/image/image-decoder.ts';
import { encodePicture } from '../features/testing/encode-picture.ts';
import { openFakeImages, type FakeImages } from '../testing/fake-images.ts';
import { openFakeInstagram, type FakeInstagram, type FakeMedia } from '../testing/fake-instagram.ts';
import { HOUR_MS, MINUTE_MS, openCollecting, TOKEN, type Collecting } from '../testing/open-collecting.ts';
import { createPictureLooker } from './create-picture-looker.ts';
import type { LookedPicture, PictureOutcome } from './looked-picture.ts';

/** Nobody asks these servers. */
const guard = { authenticator: { findSite: async () => undefined, findBearer: async () => undefined }, limiter: createMemoryLimiter({ limits: RATE_LIMITS }) };
const decoder = createImageDecoder();
afterAll(() => decoder.close());

let [collecting, instagram, images, elsewhere] = [{} as Collecting, {} as FakeInstagram, {} as FakeImages, {} as FakeImages];
let outcomes: PictureOutcome[];
let vocabulary: AttributeVocabulary;

beforeEach(async () => {
  [collecting, images, elsewhere, outcomes] = [openCollecting(), await openFakeImages(), await openFakeImages(), []];
  vocabulary = TREND_VOCABULARY;
  instagram = await openFakeInstagram({ token: TOKEN, now: collecting.now });
});
afterEach(() => Promise.all([instagram, images, elsewhere].map((fake) => fake.close())));

async function collect(posts: readonly Partial<FakeMedia>[], tags = ['linen']): Promise<void> {
  for (const tag of tags) instagram.publish(tag, posts.map((post, place) => ({ id: `p${place}`, postedMs: collecting.now() - (place + 1) * MINUTE_MS, ...post })));
  await collecting.configure('instagram', instagram.baseUrl, tags);
  await collecting.collect();
}

const taggerWith = (given: Partial<ColourTaggerDeps> = {}): ColourTagger => createColourTagger({ origins: [images.url], decoder, ...given });
const look = (tagger: ColourTagger = taggerWith(), signal = new AbortController().signal): Promise<void> =>
  createPictureLooker({ stores: collecting.stores, now: collecting.now, looked: (outcome) => outcomes.push(outcome), vocabularyOf: async () => vocabulary, openTagger: () => ({ ...tagger, close: async () => undefined }) })(signal);
const lookedAt = (): Promise<readonly LookedPicture[]> => collecting.stores.pictures.list('shop', 'instagram', 0);
const outcomeOf = async (): Promise<Readonly<Record<string, string>>> => Object.fromEntries((await lookedAt()).map(({ postId, outcome }) => [postId, outcome]));

describe('pictures of collected posts', () => {
  it('become colours of the weekly table beside what captions name, by the jobs of the server', async () => {
    const red = images.publish('red.jpg', await encodePicture(64));
    await collect([{ mediaUrl: red }, { mediaUrl: red, caption: 'áo dài trắng' }, { mediaUrl: images.publish('blue.jpg', await encodePicture(64, false, [40, 70, 170])), caption: 'áo dài lụa' }, { mediaType: 'VIDEO', mediaUrl: images.publish('film.mp4', Buffer.from('film')) }, { mediaType: 'CAROUSEL_ALBUM' }]);
    const stores = memoryStores({ trendStores: collecting.stores });
    const { jobs, metrics } = createServices(stores, { guard, clock: collecting.now, collecting: { tokenKey: new Uint8Array(32).fill(7), origins: [], imageOrigins: [images.url] } });
    for (const name of ['look-at-pictures', 'build-trend-weeks']) await jobs.find((job) => job.name === name)?.run(new AbortController().signal);
    const rows = await stores.trendWeeks.list('shop', { source: 'instagram' });
    expect(rows.filter(({ tag }) => tag.startsWith('colour:')).map(({ tag, count, value }) => [tag, count, value])).toEqual([['colour:blue', 1, 0.2], ['colour:red', 1, 0.2], ['colour:white', 1, 0.2]]);
    expect(await metrics.render()).toContain('vua_trend_pictures_total{outcome="tagged"} 3');
    expect(images.calls.map(({ pathname }) => pathname).toSorted()).toEqual(['/blue.jpg', '/red.jpg', '/red.jpg']);
  });

  it('are fetched by nobody where no origin is allowed', async () => {
    const services = createServices(memoryStores(), { guard, collecting: { tokenKey: new Uint8Array(32), origins: [] } });
    expect(services.jobs.map(({ name }) => name)).not.toContain('look-at-pictures');
    await collect([{ mediaUrl: images.publish('red.jpg', await encodePicture(64)) }]);
    await look(taggerWith({ origins: [] }));
    expect([images.calls, await outcomeOf()]).toEqual([[], { p0: 'origin-not-allowed' }]);
  });

  it('are looked at once, also under two tags, and nothing of them is kept but names of colours', async () => {
    await collect([{ mediaUrl: images.publish('red.jpg', await encodePicture(64)) }], ['linen', 'denim']);
    await look();
    await look();
    expect(images.calls).toHaveLength(1);
    expect(await lookedAt()).toEqual([{ postId: 'p0', postedMs: expect.any(Number) as number, lookedMs: collecting.now(), tries: 1, outcome: 'tagged', colours: [{ attribute: 'colour:red', share: expect.any(Number) as number }] }]);
  });

  it('are called by the colours of the shop, where those have a swatch', async () => {
    const own = (id: AttributeVocabulary['attributes'][number]['id'], swatch?: string): AttributeVocabulary['attributes'][number] => ({ id, kind: 'colour', label: { vi: id, en: id }, phrases: { vi: [], en: [], weak: [] }, ...(swatch !== undefined && { swatch }) });
    vocabulary = { ...TREND_VOCABULARY, attributes: [...TREND_VOCABULARY.attributes, own('colour:lagoon', '#14b4a0'), own('colour:unseen')] };
    await collect([{ mediaUrl: images.publish('lagoon.jpg', await encodePicture(64, false, [20, 180, 160])) }]);
    await look();
    expect(await lookedAt()).toMatchObject([{ colours: [{ attribute: 'colour:lagoon' }] }]);
  });

  it('that fail are counted and stop no other', async () => {
    const goal = elsewhere.publish('red.jpg', await encodePicture(64));
    await collect([
      { mediaUrl: `${images.url}/gone.jpg` }, { mediaUrl: images.publish('page.jpg', Buffer.from('<!doctype html>')) }, { mediaUrl: images.publish('large.jpg', new Uint8Array(200_000)) }, { mediaUrl: images.redirect('moved.jpg', goal) },
      { mediaUrl: goal }, { mediaUrl: images.publish('broken.jpg', (await encodePicture(64)).slice(0, 100)) }, { mediaUrl: images.publish('red.jpg', await encodePicture(64)) },
    ]);
    await look(taggerWith({ mostBytes: 100_000 }));
    expect(await outcomeOf()).toEqual({ p0: 'not-found', p1: 'unknown-format', p2: 'too-large', p3: 'unreachable', p4: 'origin-not-allowed', p5: 'broken', p6: 'tagged' });
    expect(outcomes.toSorted()).toEqual(Object.values(await outcomeOf()).toSorted());
    expect(elsewhere.calls).toEqual([]);
  });

  it('whose host is away are asked for three times and no more', async () => {
    await collect([{ mediaUrl: images.publish('red.jpg', await encodePicture(64)) }]);
    images.failNext('reset', 'hang', 'reset-midway', 'none');
    for (const tries of [1, 2, 3, 3]) {
      await look(taggerWith({ timeoutMs: 1000 }));
      expect(await lookedAt()).toMatchObject([{ tries, outcome: 'unreachable', colours: [] }]);
    }
    expect(images.calls).toHaveLength(3);
  });

  it('whose host comes back are seen then', async () => {
    await collect([{ mediaUrl: images.publish('red.jpg', await encodePicture(64)) }]);
    images.failNext('reset');
    await look();
    await look();
    expect(await lookedAt()).toMatchObject([{ tries: 2, outcome: 'tagged' }]);
  });

  it('are asked for four at a time, the newest first, and not when they no longer count', async () => {
    const asked: string[] = [];
    let [running, most] = [0, 0];
    const tagImage: ColourTagger['tagImage'] = async (imageUrl) => {
      asked.push(imageUrl);
      most = Math.max(most, running += 1);
      await new Promise(setImmediate);
      running -= 1;
      return { status: 'tagged', colours: [], garments: [] };
    };
    await collect(Array.from({ length: 11 }, (_, place) => ({ mediaUrl: `https://images.example/${place}` })));
    await look({ tagImage });
    expect([most, asked]).toEqual([4, Array.from({ length: 11 }, (_, place) => `https://images.example/${place}`)]);
    await collecting.stores.pictures.save('shop', 'instagram', (await lookedAt()).map((picture) => ({ ...picture, outcome: 'unreachable' })));
    collecting.pass(22 * 24 * HOUR_MS);
    await look({ tagImage });
    expect(asked).toHaveLength(11);
  });

  it('that were broken off were not looked at', async () => {
    const stopping = new AbortController();
    await collect([{ mediaUrl: images.publish('red.jpg', await encodePicture(64)) }]);
    await look({ tagImage: (...given) => { stopping.abort(); return taggerWith().tagImage(...given); } }, stopping.signal);
    expect([await lookedAt(), outcomes]).toEqual([[], []]);
  });
});
