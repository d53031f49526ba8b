import { afterAll, describe, expect, it } from 'vitest';
import { encodePicture } from '../testing/encode-picture.ts';
import { type ColourTaggerDeps, createColourTagger } from './colour-tagger.ts';
import type { GarmentTagger } from './garment-tagger.ts';
import { createImageDecoder } from './image-decoder.ts';

const decoder = createImageDecoder();
afterAll(() => decoder.close());

const ADDRESS = 'https://scontent.images.example/p/1.jpg?sig=x';
const RED = [{ attribute: 'colour:red', share: expect.closeTo(1, 1) as number }];

/** Every request gets a copy of the answer; they are listed. */
function taggerOf(answer: () => Promise<Response>, more: Partial<ColourTaggerDeps> = {}) {
  const asked: { readonly url: string; readonly init: RequestInit }[] = [];
  const fetch: ColourTaggerDeps['fetch'] = (url, init) => {
    asked.push({ url: url.href, init });
    return answer();
  };
  return { asked, tagger: createColourTagger({ origins: ['https://*.images.example'], decoder, fetch, ...more }) };
}

const picture = async (): Promise<Response> => new Response(await encodePicture(64));

describe('the tagger of pictures', () => {
  it('tells the colours of what an allowed host serves', async () => {
    const { asked, tagger } = taggerOf(picture);
    expect(await tagger.tagImage(ADDRESS)).toEqual({ status: 'tagged', colours: RED, garments: [] });
    expect(asked).toMatchObject([{ url: ADDRESS, init: { redirect: 'error', credentials: 'omit' } }]);
  });

  it.each([
    'https://elsewhere.example/1.jpg', 'https://images.example/1.jpg', 'http://a.images.example/1.jpg', 'https://a.images.example.evil.example/1.jpg', 'https://notimages.example/1.jpg', 'https://a.images.example:8443/1.jpg',
    'https://user@a.images.example/1.jpg', 'https://:secret@a.images.example/1.jpg', 'https://127.0.0.1/1.jpg', 'file:///etc/hosts', 'data:image/jpeg;base64,AAAA', 'no address',
  ])('asks nobody for %s', async (address) => {
    const { asked, tagger } = taggerOf(picture);
    expect(await tagger.tagImage(address)).toEqual({ status: 'refused', reason: 'origin-not-allowed' });
    expect(asked).toEqual([]);
  });

  it('stops reading at the limit, whatever the header says', async () => {
    let [sent, isCancelled] = [0, false];
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(1000));
      },
      cancel: () => { isCancelled = true; },
    });
    const { tagger } = taggerOf(() => Promise.resolve(new Response(endless, { headers: { 'content-length': '10' } })), { mostBytes: 10_000 });
    expect(await tagger.tagImage(ADDRESS)).toEqual({ status: 'refused', reason: 'too-large' });
    expect([isCancelled, sent < 20]).toEqual([true, true]);
  });

  it.each([
    ['gone', () => Promise.resolve(new Response('', { status: 404 })), 'not-found'],
    ['away', () => Promise.reject(new TypeError('fetch failed')), 'unreachable'],
    ['a page', () => Promise.resolve(new Response('<html>')), 'unknown-format'],
  ] as const)('says why it has no tags: %s', async (_what, answer, reason) => {
    expect(await taggerOf(answer).tagger.tagImage(ADDRESS)).toEqual({ status: 'refused', reason });
  });

  it('gives up on a host that never ends', async () => {
    const never: ColourTaggerDeps['fetch'] = (_url, { signal }) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    expect(await taggerOf(picture, { fetch: never, timeoutMs: 1 }).tagger.tagImage(ADDRESS)).toEqual({ status: 'refused', reason: 'unreachable' });
  });

  it('asks a shop\'s own model for garments, and believes only what is likely and known', async () => {
    const garments: GarmentTagger = {
      tagGarments: (image) => Promise.resolve([
        { attribute: 'garment:dress', probability: image.widthPx === 64 ? 0.9 : 0 }, { attribute: 'garment:coat', probability: 0.3 }, { attribute: 'garment:toga', probability: 0.99 }, { attribute: 'colour:blue', probability: 0.99 },
      ]),
    };
    expect(await taggerOf(picture, { garments }).tagger.tagImage(ADDRESS)).toEqual({ status: 'tagged', colours: RED, garments: [{ attribute: 'garment:dress', probability: 0.9 }] });
  });
});
