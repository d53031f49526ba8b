import { describe, expect, it, vi } from 'vitest';
import { createBodyModelFinder } from './find-body-model.ts';

const apiUrl = new URL('https://api.example/vua/');
const SHA256 = 'a'.repeat(64);
const answerOf = (url: unknown, sha256: unknown = SHA256): Response => Response.json({ kind: 'size', version: '0123456789ab', manifest: {}, files: [{ name: 'body.bin', bytes: 9, sha256, url }] });

const ask = (answer: () => Response | Promise<Response>) => createBodyModelFinder({ apiUrl, siteKey: 'site_a', limitMs: 5, fetch: async () => answer() })();

describe('createBodyModelFinder', () => {
  it('asks the shop\'s server, of which shop and nothing else, and gives the file with its hash', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => answerOf('/v1/models/size/0123456789ab/files/body.bin?site=site_a'));
    expect(await createBodyModelFinder({ apiUrl, siteKey: 'site_a', fetch })()).toEqual({ url: 'https://api.example/v1/models/size/0123456789ab/files/body.bin?site=site_a', sha256: SHA256 });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect([url, init?.credentials, init?.body]).toEqual([new URL('https://api.example/vua/v1/models/size/active?site=site_a'), 'omit', undefined]);
  });

  it('asks once, however often it is needed', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => answerOf('/body.bin'));
    const find = createBodyModelFinder({ apiUrl, siteKey: 'site_a&bucket=1', fetch });
    expect(await Promise.all([find(), find()]).then(([first, second]) => first === second)).toBe(true);
    expect(fetch.mock.calls.map(([url]) => String(url as URL))).toEqual(['https://api.example/vua/v1/models/size/active?site=site_a%26bucket%3D1']);
  });

  it('asks nobody where no shop is named', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    expect(await createBodyModelFinder({ apiUrl, fetch })()).toBeUndefined();
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each<readonly [string, () => Response | Promise<Response>]>([
    ['there is none', () => new Response(null, { status: 204 })],
    ['the shop is not known', () => new Response('{}', { status: 404 })],
    ['the server is away', () => Promise.reject(new TypeError('fetch failed'))],
    ['the answer is no JSON', () => new Response('<html>')],
    ['the answer is another one', () => Response.json({ files: [] })],
    ['the answer is nothing', () => Response.json(null)],
    ['the file lies elsewhere', () => answerOf('https://other.example/body.bin')],
    ['the address is none', () => answerOf('https://')],
    ['the file has no hash', () => answerOf('/body.bin', 7)],
    ['no answer comes', () => new Promise<Response>(() => undefined)],
  ])('gives none where %s', async (_where, answer) => {
    expect(await ask(answer)).toBeUndefined();
  });
});
