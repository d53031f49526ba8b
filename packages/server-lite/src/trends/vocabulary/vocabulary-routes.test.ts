import { Problem, type TrendAttributes, VocabularyExtension } from '@vua/models/contracts';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { Check } from 'typebox/value';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PERMISSIONS, type Permission } from '../../http/access.ts';
import { openMemoryApp } from '../../testing/memory-app.ts';

const isPermission = (name: string): name is Permission => PERMISSIONS.some((known) => known === name);
const guard = {
  authenticator: {
    findSite: async () => undefined,
    /** `shop.permission,permission` */
    findBearer: async (credential: string) => {
      const [tenantId = '', names = ''] = credential.split('.');
      return { kind: 'key', tenantId, id: 'k1', permissions: new Set(names.split(',').filter(isPermission)) } as const;
    },
  },
  limiter: { take: async () => ({ status: 'taken' }) as const },
};
const HEMP = { id: 'fabric:hemp', label: { vi: 'sợi gai dầu', en: 'hemp' }, vi: ['vải gai'] };

let app: FastifyInstance;
beforeEach(async () => { app = await openMemoryApp({}, { guard }); });
afterEach(() => app.close());

const ask = (method: 'GET' | 'PUT', payload?: object | string, credential = 'shop.insights:read,catalog:write'): Promise<LightMyRequestResponse> =>
  app.inject({ method, url: '/v1/trends/vocabulary', headers: { 'authorization': `Bearer ${credential}`, ...(payload !== undefined && { 'content-type': 'application/json' }) }, ...(payload !== undefined && { payload }) });

describe('/v1/trends/vocabulary', () => {
  it('takes what a shop adds, gives it back to that shop, and forgets it', async () => {
    expect((await ask('GET')).json()).toEqual({ attributes: [] });
    const extension = { attributes: [HEMP, { id: 'colour:lagoon', label: { vi: 'xanh phá', en: 'lagoon' }, weak: ['lagoon'], swatch: '#14b4a0' }], silent: ['hemp club'] };
    const saved = await ask('PUT', extension);
    expect([saved.statusCode, saved.json(), saved.headers['cache-control']]).toEqual([200, extension, 'no-store']);
    const shown = await ask('GET');
    expect([shown.json(), shown.headers['cache-control'], Check(VocabularyExtension, shown.json())]).toEqual([extension, 'no-store', true]);
    expect((await ask('GET', undefined, 'other.insights:read')).json()).toEqual({ attributes: [] });
    expect((await ask('PUT', { attributes: [] })).json()).toEqual({ attributes: [] });
    expect((await ask('GET')).json()).toEqual({ attributes: [] });
  });

  it('has its labels among the words for tags, of that shop alone', async () => {
    const labelOf = async (shop: string): Promise<unknown> => {
      const { attributes } = (await app.inject({ url: '/v1/trends/attributes', headers: { authorization: `Bearer ${shop}.insights:read` } })).json<TrendAttributes>();
      return attributes.find(({ id }) => id === HEMP.id);
    };
    await ask('PUT', { attributes: [HEMP] });
    expect([await labelOf('shop'), await labelOf('other')]).toEqual([{ id: HEMP.id, kind: 'fabric', label: HEMP.label }, undefined]);
  });

  it('is read with the one permission and written with the other', async () => {
    expect((await ask('GET', undefined, 'shop.catalog:write')).statusCode).toBe(403);
    expect((await ask('PUT', { attributes: [HEMP] }, 'shop.insights:read')).statusCode).toBe(403);
  });

  it.each<[string, object | string, readonly object[]]>([
    ['wrong shapes', { attributes: [{ ...HEMP, id: 'cloth:hemp' }, { id: 'fabric:jute', label: { vi: 'đ', en: 'jute' }, more: 1 }], silent: 1 },
      [{ at: '/body/attributes/0/id', rule: 'pattern' }, { at: '/body/attributes/1', rule: 'additionalProperties' }, { at: '/body/attributes/1/label/vi', rule: 'minLength' }, { at: '/body/silent', rule: 'type' }]],
    ['words of others', { attributes: [{ ...HEMP, vi: ['lụa', '!!'], swatch: '#aabbcc' }, HEMP, { id: 'fabric:jute', label: { vi: 'sợi đay', en: 'hemp' } }] }, [
      { at: '/body/attributes/0/swatch', rule: 'swatch-without-colour' }, { at: '/body/attributes/0/vi/0', rule: 'taken-phrase' }, { at: '/body/attributes/0/vi/1', rule: 'empty-phrase' },
      { at: '/body/attributes/1', rule: 'duplicate-attribute' }, { at: '/body/attributes/2/label/en', rule: 'taken-phrase' },
    ]],
    ['too many phrases', { attributes: [HEMP], silent: Array.from({ length: 501 }, (_, k) => `phrase ${k}`) }, [{ at: '/body/silent', rule: 'maxItems' }]],
    ['too many phrases in all', { attributes: Array.from({ length: 45 }, (_, k) => ({ id: `fabric:f${k}`, label: { vi: `sợi ${k}`, en: `fibre ${k}` }, vi: Array.from({ length: 50 }, (_none, n) => `sợi ${k} ${n}`) })) }, [{ at: '/body', rule: 'too-many-phrases' }]],
    ['no object', 'null', [{ at: '/body', rule: 'type' }]],
    ['what is missing', { silent: [] }, [{ at: '/body/attributes', rule: 'required' }]],
  ])('refuses %s, names each place, and keeps what was there', async (_what, body, errors) => {
    await ask('PUT', { attributes: [HEMP] });
    const refused = await ask('PUT', body);
    const problem = refused.json<Problem>();
    expect([refused.statusCode, refused.headers['content-type'], problem.code, Check(Problem, problem)]).toEqual([400, 'application/problem+json; charset=utf-8', 'invalid-request', true]);
    expect(problem.errors?.toSorted((one, other) => (one.at < other.at ? -1 : 1))).toEqual(errors);
    expect((await ask('GET')).json()).toEqual({ attributes: [HEMP] });
  });

  it('refuses what is no JSON, too large, of another type, or without a body', async () => {
    expect((await ask('PUT', '{')).statusCode).toBe(400);
    expect((await ask('PUT', JSON.stringify({ attributes: [], silent: ['x'.repeat(256 * 1024)] }))).json()).toMatchObject({ status: 413, code: 'payload-too-large' });
    expect((await app.inject({ method: 'PUT', url: '/v1/trends/vocabulary', headers: { 'authorization': 'Bearer shop.catalog:write', 'content-type': 'text/csv' }, payload: 'a,b' })).statusCode).toBe(415);
    expect((await ask('PUT')).json()).toMatchObject({ status: 400, code: 'invalid-request', errors: [{ at: '/body', rule: 'type' }] });
    expect((await app.inject({ method: 'PUT', url: '/v1/trends/vocabulary?more=1', headers: { authorization: 'Bearer shop.catalog:write' }, payload: { attributes: [] } })).json()).toMatchObject({ status: 400, errors: [{ at: '/querystring', rule: 'additionalProperties' }] });
  });
});
