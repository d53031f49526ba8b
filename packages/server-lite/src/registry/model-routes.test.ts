import { describe, expect, it } from 'vitest';
import { openMemoryApp } from '../testing/memory-app.ts';
import { createMemoryModels } from './memory-models.ts';
import { createModelService } from './model-service.ts';
import { sampleSequenceModel } from './testing/sample-model.ts';

const GROUP = { tenantId: 'demo', kind: 'sequence' } as const;

/** A server whose demo shop has two sequence models, neither of them active. */
async function openShop() {
  const { models, files } = createMemoryModels();
  const service = createModelService({ models, files, now: () => 1000 });
  const [first, second] = [sampleSequenceModel(1), sampleSequenceModel(2)];
  for (const model of [first, second]) expect(await service.register('demo', model)).toMatchObject({ status: 'registered' });
  const app = await openMemoryApp({ models, modelFiles: files });
  const activeOf = async (query = ''): Promise<string | number> => {
    const response = await app.inject(`/v1/models/sequence/active${query}`);
    return response.statusCode === 200 ? response.json<{ version: string }>().version : response.statusCode;
  };
  return { app, service, activeOf, first: first.manifest.version, second: second.manifest.version, model: first };
}

const shop = await openShop();
await shop.service.switch(GROUP, { type: 'activate', version: shop.first });

describe('GET /v1/models/:kind/active', () => {
  it('names the version, its files and its manifest, to pages of any origin', async () => {
    const { app, first, model } = shop;
    const response = await app.inject('/v1/models/sequence/active?site=site_demoshop');
    expect(response.json()).toEqual({
      kind: 'sequence', version: first, manifest: model.manifest,
      files: model.manifest.files.map((file) => ({ ...file, url: `/v1/models/sequence/${first}/files/${file.name}?site=site_demoshop` })),
    });
    expect(response.headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag', 'cache-control': 'public, max-age=5, must-revalidate' });
    const again = await app.inject({ url: '/v1/models/sequence/active?site=site_demoshop', headers: { 'if-none-match': String(response.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('follows every switch with the next request', async () => {
    const { service, activeOf, first, second } = await openShop();
    expect(await activeOf()).toBe(204);
    await service.switch(GROUP, { type: 'activate', version: first });
    expect(await activeOf()).toBe(first);
    await service.switch(GROUP, { type: 'canary', version: second, share: 0.1 });
    expect([await activeOf(), await activeOf('?bucket=0'), await activeOf('?bucket=99'), await activeOf('?bucket=100'), await activeOf('?bucket=999')]).toEqual([first, second, second, first, first]);
    await service.switch(GROUP, { type: 'roll-back' });
    expect(await activeOf('?bucket=0')).toBe(first);
    await service.switch(GROUP, { type: 'activate', version: second });
    expect(await activeOf()).toBe(second);
    await service.switch(GROUP, { type: 'roll-back' });
    expect(await activeOf()).toBe(first);
  });

  it.each([['a kind', '/v1/models/size/active'], ['a shop', '/v1/models/sequence/active?site=site_other123']])('has nothing for %s without a model, which is no fault', async (_what, url) => {
    const response = await shop.app.inject(url);
    expect([response.statusCode, response.body, response.headers['cache-control']]).toEqual([204, '', 'public, max-age=5, must-revalidate']);
  });

  it.each([
    ['another kind', '/v1/models/horoscope/active', 400, 'invalid-request'],
    ['a bucket beyond 999', '/v1/models/sequence/active?bucket=1000', 400, 'invalid-request'], ['an id in the place of a bucket', '/v1/models/sequence/active?bucket=019aa0c0-0000-7000-8000-000000000001', 400, 'invalid-request'],
    ['a stranger\'s site key', '/v1/models/sequence/active?site=site_nobody000', 404, 'unknown-site'],
  ])('refuses %s', async (_what, url, status, code) => {
    const response = await shop.app.inject(url);
    expect([response.statusCode, response.json<{ code: string }>().code, response.headers['content-type']]).toEqual([status, code, 'application/problem+json; charset=utf-8']);
    expect(response.headers['access-control-allow-origin']).toBe('*');
  });
});

describe('GET /v1/models/:kind/:version/files/:name', () => {
  it('gives the bytes, for ever, whatever the version\'s place', async () => {
    const { app, first, model } = shop;
    const response = await app.inject(`/v1/models/sequence/${first}/files/model.bin`);
    expect(Buffer.compare(response.rawPayload, model.contents.get('model.bin') ?? Buffer.alloc(0))).toBe(0);
    expect(response.headers).toMatchObject({
      'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin',
      etag: `"${model.manifest.files[0]?.sha256 ?? ''}"`, 'content-length': String(model.contents.get('model.bin')?.length),
    });
    const again = await app.inject({ url: `/v1/models/sequence/${first}/files/model.bin`, headers: { 'if-none-match': String(response.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const words = await app.inject(`/v1/models/sequence/${first}/files/vocabulary.json`);
    expect([words.headers['content-type'], words.json()]).toEqual(['application/json; charset=utf-8', ['item-0', 'item-1', 'item-2', 'item-3']]);
  });

  it.each([
    ['a name that the manifest lacks', 'manifest.json', 404], ['a way out', '..%2f..%2fetc%2fpasswd', 400], ['a way out, plainly', '../../../../etc/passwd', 404],
    ['a hidden name', '.env', 400], ['two dots', 'model..bin', 400], ['nothing', '', 400], ['a null byte', 'model.bin%00', 400], ['a giant name', 'a'.repeat(200), 400], ['a long name', 'a'.repeat(65), 400],
  ])('refuses %s', async (_what, name, status) => {
    const response = await shop.app.inject(`/v1/models/sequence/${shop.first}/files/${name}`);
    expect([response.statusCode, response.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
  });

  it('keeps shops and kinds apart', async () => {
    const { app, first } = shop;
    for (const url of [`/v1/models/sequence/${first}/files/model.bin?site=site_other123`, `/v1/models/size/${first}/files/model.bin`, '/v1/models/sequence/0123456789ab/files/model.bin']) {
      const response = await app.inject(url);
      expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([404, 'unknown-model']);
    }
  });

  it('gives nothing that is not as it was written', async () => {
    const { models, files } = createMemoryModels();
    const model = sampleSequenceModel();
    await createModelService({ models, files }).register('demo', model);
    const damaged = { ...files, read: async (...key: Parameters<typeof files.read>) => (await files.read(...key))?.map((byte, at) => (at === 99 ? byte ^ 1 : byte)) };
    const app = await openMemoryApp({ models, modelFiles: damaged });
    const response = await app.inject(`/v1/models/sequence/${model.manifest.version}/files/model.bin`);
    expect([response.statusCode, response.json<{ code: string }>().code, response.headers['cache-control']]).toEqual([500, 'internal-error', 'no-store']);
  });
});
