import { describe, expect, it } from 'vitest';
import { createMemoryModels } from './memory-models.ts';
import { createModelService } from './model-service.ts';
import { openRegistryApp } from './testing/open-registry-app.ts';
import { sampleSequenceModel } from './testing/sample-model.ts';

async function openShop() {
  const { models, files } = createMemoryModels();
  let nowMs = 0;
  const service = createModelService({ models, files, now: () => (nowMs += 1) });
  const versions = [];
  for (const seed of [1, 2]) {
    const model = sampleSequenceModel(seed);
    await service.register('demo', model);
    versions.push(model.manifest.version);
  }
  const app = await openRegistryApp(service);
  const [first = '', second = ''] = versions;
  const post = async (path: string, payload?: object, tenant = 'demo') => {
    const response = await app.inject({ method: 'POST', url: `/v1/models/sequence/${path}`, headers: { 'x-tenant': tenant }, ...(payload !== undefined && { payload }) });
    return { status: response.statusCode, headers: response.headers, body: response.json<{ code?: string; errors?: unknown; versions?: { version: string; status: string; canaryShare?: number }[] }>() };
  };
  const places = async (): Promise<Record<string, string>> => Object.fromEntries((await service.list({ tenantId: 'demo', kind: 'sequence' })).map(({ version, status }) => [version === first ? 'first' : 'second', status]));
  return { app, post, places, first, second };
}

describe('the merchant\'s routes', () => {
  it('list versions with figures, the newest first', async () => {
    const { app, first, second } = await openShop();
    const response = await app.inject('/v1/models/sequence/versions');
    const { versions } = response.json<{ versions: { version: string }[] }>();
    expect(versions.map(({ version }) => version)).toEqual([second, first]);
    expect(versions[0]).toMatchObject({ kind: 'sequence', status: 'candidate', metrics: { ndcg10: 0.2, coverage: 0.5 }, dataRange: { fromMs: 1000, toMs: 2000 } });
    expect(versions[0]).not.toHaveProperty('manifest');
    expect(response.headers['cache-control']).toBe('no-store');
    expect((await app.inject({ url: '/v1/models/sequence/versions', headers: { 'x-tenant': 'other' } })).json()).toEqual({ versions: [] });
  });

  it('activate, try on a share and roll back; each answer says how things are', async () => {
    const { post, places, first, second } = await openShop();
    expect((await post(`${first}/activate`)).status).toBe(200);
    const canary = await post(`${second}/canary`, { share: 0.25 });
    expect(canary.body.versions?.[0]).toMatchObject({ version: second, status: 'canary', canaryShare: 0.25 });
    await post(`${second}/activate`);
    expect(await places()).toEqual({ first: 'retired', second: 'active' });
    expect((await post('rollback')).body.versions?.map(({ status }) => status)).toEqual(['rejected', 'active']);
    expect(await places()).toEqual({ first: 'active', second: 'rejected' });
  });

  it.each<readonly [string, (ids: { first: string; second: string }) => string, object | undefined, string, number, string]>([
    ['a version that there is not', () => '0123456789ab/activate', undefined, 'demo', 404, 'unknown-model'],
    ['a version that is none', () => 'latest/activate', undefined, 'demo', 400, 'invalid-request'],
    ['a giant version', () => `${'a'.repeat(500)}/activate`, undefined, 'demo', 400, 'invalid-request'],
    ['a version of another shop', ({ first }) => `${first}/activate`, undefined, 'other', 404, 'unknown-model'],
    ['a share of nobody', ({ second }) => `${second}/canary`, { share: 0 }, 'demo', 400, 'invalid-request'],
    ['a share of all', ({ second }) => `${second}/canary`, { share: 1 }, 'demo', 400, 'invalid-request'],
    ['a share in words', ({ second }) => `${second}/canary`, { share: '0.1' }, 'demo', 400, 'invalid-request'],
    ['no share', ({ second }) => `${second}/canary`, {}, 'demo', 400, 'invalid-request'],
    ['more than a share', ({ second }) => `${second}/canary`, { share: 0.1, until: 'tomorrow' }, 'demo', 400, 'invalid-request'],
    ['the active one as canary', ({ first }) => `${first}/canary`, { share: 0.1 }, 'demo', 409, 'model-not-switched'],
    ['a way back that there is not', () => 'rollback', undefined, 'demo', 409, 'model-not-switched'],
  ])('refuse %s, and change nothing', async (_what, path, payload, tenant, status, code) => {
    const { post, places, first, second } = await openShop();
    await post(`${first}/activate`);
    const refused = await post(path({ first, second }), payload, tenant);
    expect([refused.status, refused.body.code, refused.headers['content-type']]).toEqual([status, code, 'application/problem+json; charset=utf-8']);
    expect(await places()).toEqual({ first: 'active', second: 'candidate' });
  });

  it('say which rule stood against a switch', async () => {
    const { post } = await openShop();
    expect((await post('rollback')).body.errors).toEqual([{ at: '', rule: 'nothing-before' }]);
  });

  it('try no size model on a share: nothing is counted by its versions', async () => {
    const { app, first } = await openShop();
    const response = await app.inject({ method: 'POST', url: `/v1/models/size/${first}/canary`, headers: { 'x-tenant': 'demo' }, payload: { share: 0.1 } });
    expect([response.statusCode, response.json<{ errors: unknown }>().errors]).toEqual([409, [{ at: '', rule: 'no-canaries' }]]);
  });
});
