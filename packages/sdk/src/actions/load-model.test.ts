import { createHash } from 'node:crypto';
import type { LoadedModel } from '@vua/models/contracts';
import { GRAPH_FILE } from '@vua/models/sequence';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ModelLoading } from './device-model.ts';
import { loadModel } from './load-model.ts';
import { type ModelCache, createMemoryModelCache } from './model-cache.ts';
import { sampleFiles, sampleManifest } from './testing/sample-model.ts';

const API = new URL('https://shop.example/api/');
const FIRST = versionOf('aaaaaaaaaaaa', sampleFiles(1));
const SECOND = versionOf('bbbbbbbbbbbb', sampleFiles(2));

interface Version {
  readonly answer: LoadedModel;
  readonly contents: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
}

function versionOf(version: string, contents: Version['contents'], manifest: object = sampleManifest()): Version {
  const files = Object.entries(contents).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), url: `/v1/models/sequence/${version}/files/${name}` }));
  return { answer: { kind: 'sequence', version, files, manifest: { ...manifest } }, contents };
}

/** A server with one version; `change` puts another answer in place of one. */
function serve({ answer, contents }: Version, change: (path: string) => Response | undefined = () => undefined) {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    const { pathname, search } = new URL(url);
    asked.push(pathname + search);
    const changed = change(pathname);
    if (changed !== undefined) return changed;
    if (pathname.endsWith('/active')) return Response.json(answer);
    const bytes = contents[pathname.split('/').at(-1) ?? ''];
    return bytes === undefined ? new Response('', { status: 404 }) : new Response(bytes);
  };
  return { asked, fetch };
}

const down = async (): Promise<Response> => { throw new TypeError('network'); };

describe('loadModel', () => {
  let cache: ModelCache;
  beforeEach(() => { cache = createMemoryModelCache(); });
  const load = (fetch: (url: string) => Promise<Response>, bucket?: number): Promise<ModelLoading> => loadModel({ siteKey: 'site_testshop', apiUrl: API, bucket, fetch, cache });
  const versionIn = async (): Promise<string | undefined> => ((await cache.readActive()) as LoadedModel | undefined)?.version;

  it('opens what the server names, and asks for no file twice', async () => {
    const server = serve(FIRST);
    const loading = await load(server.fetch, 17);
    expect(loading).toMatchObject({ status: 'loaded', model: { opened: { vocabulary: expect.arrayContaining(['item-3']) as unknown } } });
    expect(server.asked[0]).toBe('/api/v1/models/sequence/active?site=site_testshop&bucket=17');
    expect(server.asked).toHaveLength(4);
    expect(await load(server.fetch)).toMatchObject({ status: 'loaded' });
    expect(server.asked.slice(4)).toEqual(['/api/v1/models/sequence/active?site=site_testshop']);
  });

  it('gives a further file when it is asked for', async () => {
    const loading = await load(serve(FIRST).fetch);
    if (loading.status === 'unavailable') throw new Error(loading.reason);
    expect(await loading.model.file(GRAPH_FILE)).toEqual(FIRST.contents[GRAPH_FILE]);
    expect(await loading.model.file('other.bin')).toBeUndefined();
  });

  it('takes over a new version, and drops the files of the old one', async () => {
    await load(serve(FIRST).fetch);
    const old = FIRST.answer.files[0]?.sha256 ?? '';
    expect(await cache.readFile(old)).toBeDefined();
    expect(await load(serve(SECOND).fetch)).toMatchObject({ status: 'loaded' });
    expect([await versionIn(), await cache.readFile(old)]).toEqual(['bbbbbbbbbbbb', undefined]);
  });

  const onFile = (name: string, answer: () => Response) => (path: string) => (path.endsWith(name) ? answer() : undefined);
  const changedBytes = (bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1)): Uint8Array<ArrayBuffer> => bytes.map((byte, k) => (k === bytes.length - 1 ? byte ^ 1 : byte));
  const withManifest = (change: object): Version => versionOf('bbbbbbbbbbbb', SECOND.contents, { ...sampleManifest(), ...change });

  it.each<[string, string, (url: string) => Promise<Response>]>([
    ['is away', 'offline', down],
    ['has none', 'no-model', serve(SECOND, () => new Response(null, { status: 204 })).fetch],
    ['is not known', 'server-fault', serve(SECOND, () => new Response('{}', { status: 404 })).fetch],
    ['is ill', 'server-fault', serve(SECOND, () => new Response('', { status: 503 })).fetch],
    ['says what is no JSON', 'unreadable-manifest', serve(SECOND, () => new Response('<html>')).fetch],
    ['says something else', 'unreadable-manifest', serve(SECOND, () => Response.json({ kind: 'sequence', files: 7 })).fetch],
    ['sends weights that are cut off', 'wrong-size', serve(SECOND, onFile('model.bin', () => new Response(SECOND.contents['model.bin']?.slice(0, 500)))).fetch],
    ['sends other weights', 'wrong-hash', serve(SECOND, onFile('model.bin', () => new Response(changedBytes(SECOND.contents['model.bin'])))).fetch],
    ['misses a file', 'server-fault', serve(SECOND, onFile('model.bin', () => new Response('', { status: 404 }))).fetch],
    ['names the vocabulary of another model', 'unreadable-files', serve(versionOf('bbbbbbbbbbbb', { ...SECOND.contents, 'vocabulary.json': new TextEncoder().encode('["a","b"]') })).fetch],
    ['names the vocabulary in another order', 'unreadable-files', serve(versionOf('bbbbbbbbbbbb', { ...SECOND.contents, 'vocabulary.json': new TextEncoder().encode(JSON.stringify(Array.from({ length: 40 }, (_, item) => `item-${39 - item}`))) })).fetch],
    ['names a model of another shape', 'unreadable-files', serve(withManifest({ shape: { ...sampleManifest().shape, items: 41 } })).fetch],
    ['names heads that do not divide the width', 'unreadable-files', serve(withManifest({ shape: { ...sampleManifest().shape, heads: 3 } })).fetch],
    ['names a kind of the future', 'unreadable-manifest', serve(withManifest({ kind: 'sequence/2' })).fetch],
    ['names files on another origin', 'unreadable-manifest', serve({ ...SECOND, answer: { ...SECOND.answer, files: SECOND.answer.files.map((file) => ({ ...file, url: `https://evil.example${file.url}` })) } }).fetch],
  ])('stays with the old model where the server %s, and says why', async (_what, reason, fetch) => {
    expect(await load(fetch)).toEqual({ status: 'unavailable', reason });
    await load(serve(FIRST).fetch);
    expect(await load(fetch)).toMatchObject({ status: 'kept', reason, model: { opened: { manifest: { version: '0123456789ab' } } } });
    expect(await versionIn()).toBe('aaaaaaaaaaaa');
  });

  it('asks again for a file that the device spoiled', async () => {
    await load(serve(FIRST).fetch);
    await cache.writeFile(FIRST.answer.files[0]?.sha256 ?? '', Uint8Array.of(1));
    const server = serve(FIRST);
    expect(await load(server.fetch)).toMatchObject({ status: 'loaded' });
    expect(server.asked).toHaveLength(2);
  });

  it('does without a cache', async () => {
    const broken: ModelCache = { ...cache, readActive: async () => undefined, readFile: async () => undefined, writeFile: async () => false, activate: async () => false };
    expect(await loadModel({ siteKey: 'site_testshop', apiUrl: API, fetch: serve(FIRST).fetch, cache: broken })).toMatchObject({ status: 'loaded' });
  });
});
