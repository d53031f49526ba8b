import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOidcSettings } from './oidc-settings.ts';
import { createPeopleDirectory, type PeopleDirectory } from './read-token.ts';

const ISSUER = 'https://login.example/realms/shop';
const AUDIENCE = 'vua';
const NOW_S = 1_700_000_000;
const now = (): number => NOW_S * 1000;

interface Signer {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const servers: Server[] = [];
const fetched: string[] = [];

async function serveKeys(signers: readonly Signer[]): Promise<string> {
  const keys = await Promise.all(signers.map(async ({ kid, alg, publicKey }) => ({ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' })));
  const server = createServer((request, response) => {
    fetched.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => { server.once('listening', resolve); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
}

async function makeSigner(alg: string, kid: string): Promise<Signer> {
  return { alg, kid, ...(await generateKeyPair(alg, { extractable: true })) };
}

const claims = (changes: JWTPayload = {}): JWTPayload => ({
  iss: ISSUER, aud: AUDIENCE, sub: 'nguyen@example.com', iat: NOW_S - 10, exp: NOW_S + 300, vua_tenant: 'shop-a', vua_permissions: ['events:read', 'insights:read'], ...changes,
});

function sign(signer: Signer, payload: JWTPayload = claims(), header: Partial<JWTHeaderParameters> = {}): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: signer.alg, kid: signer.kid, typ: 'JWT', ...header }).sign(signer.privateKey);
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token of parts as they are wanted, which no library would sign. */
function forge(header: object, payload: JWTPayload, signature: (input: string) => string): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${signature(input)}`;
}

let signers: Record<'RS256' | 'ES256' | 'EdDSA', Signer>;
let stranger: Signer;
let strangersKeys: string;
let people: PeopleDirectory;
let publicPem: string;

beforeAll(async () => {
  const [rsa, ec, ed] = await Promise.all([makeSigner('RS256', 'rsa-1'), makeSigner('ES256', 'ec-1'), makeSigner('EdDSA', 'ed-1')]);
  signers = { RS256: rsa, ES256: ec, EdDSA: ed };
  stranger = await makeSigner('RS256', 'stranger');
  strangersKeys = await serveKeys([stranger]);
  people = createPeopleDirectory({ issuer: ISSUER, audience: AUDIENCE, jwksUrl: await serveKeys([rsa, ec, ed]), now });
  const { KeyObject: keyObject } = await import('node:crypto');
  publicPem = keyObject.from(rsa.publicKey).export({ type: 'spki', format: 'pem' }).toString();
});

afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => { server.close(resolve); }))));

describe('a token that holds', () => {
  it.each(['RS256', 'ES256', 'EdDSA'] as const)('names tenant and permissions (%s)', async (alg) => {
    const person = await people.findPerson(await sign(signers[alg]));
    expect(person).toMatchObject({ kind: 'person', tenantId: 'shop-a', permissions: new Set(['events:read', 'insights:read']) });
    expect(person?.id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(JSON.stringify(person)).not.toContain('nguyen');
  });

  it.each([
    ['permissions with blanks between them', claims({ vua_permissions: 'events:read insights:read' }), {}, ['events:read', 'insights:read']],
    ['unknown permissions, which open nothing', claims({ vua_permissions: ['events:read', 'everything', 7] }), {}, ['events:read']],
    ['permissions of a strange shape, which open nothing', claims({ vua_permissions: { 'events:read': true } }), {}, []],
    ['several audiences', claims({ aud: ['other', AUDIENCE] }), {}, ['events:read', 'insights:read']],
    ['the type of an access token (RFC 9068)', claims(), { typ: 'at+JWT' }, ['events:read', 'insights:read']],
    ['an end that a clock 59 s ahead takes for past', claims({ exp: NOW_S - 59 }), {}, ['events:read', 'insights:read']],
    ['a start that a clock 59 s behind takes for future', claims({ nbf: NOW_S + 59, iat: NOW_S + 59 }), {}, ['events:read', 'insights:read']],
  ])('may have %s', async (_what, payload, header, permissions) => {
    const person = await people.findPerson(await sign(signers.RS256, payload, header));
    expect(person?.permissions).toEqual(new Set(permissions));
  });

  it('gives the same person the same id, and another issuer\'s another', async () => {
    const [first, again, other] = await Promise.all([claims(), claims({ exp: NOW_S + 200 }), claims({ sub: 'tran@example.com' })].map(async (payload) => people.findPerson(await sign(signers.ES256, payload))));
    expect(again?.id).toBe(first?.id);
    expect(other?.id).not.toBe(first?.id);
  });
});

type Attack = readonly [name: string, make: () => Promise<string> | string];

const hs = (alg: string, secret: string | KeyObject): ((input: string) => string) => (input) => createHmac(`sha${alg.slice(2)}`, secret).update(input).digest('base64url');

const ATTACKS: readonly Attack[] = [
  ...['none', 'None', 'NONE', 'nOnE'].flatMap((alg): Attack[] => [
    [`alg ${alg}, no signature`, () => forge({ alg, typ: 'JWT', kid: 'rsa-1' }, claims(), () => '')],
    [`alg ${alg}, a signature`, () => forge({ alg, typ: 'JWT', kid: 'rsa-1' }, claims(), () => 'AAAA')],
  ]),
  ...['HS256', 'HS384', 'HS512'].flatMap((alg): Attack[] => [
    [`${alg} with the public key as secret`, () => forge({ alg, typ: 'JWT', kid: 'rsa-1' }, claims(), hs(alg, publicPem))],
    [`${alg} with the bare public key`, () => forge({ alg, typ: 'JWT', kid: 'rsa-1' }, claims(), hs(alg, publicPem.replaceAll(/-----[^-]+-----|\n/g, '')))],
    [`${alg} with an empty secret and a kid that leads to an empty file`, () => forge({ alg, typ: 'JWT', kid: '../../../../dev/null' }, claims(), hs(alg, ''))],
  ]),
  ['HS256 with the JWK as secret', async () => forge({ alg: 'HS256', typ: 'JWT', kid: 'rsa-1' }, claims(), hs('HS256', JSON.stringify(await exportJWK(signers.RS256.publicKey))))],
  ['jku of a stranger', () => sign(stranger, claims(), { jku: strangersKeys })],
  ['jku beside a signature that holds', () => sign(signers.RS256, claims(), { jku: strangersKeys })],
  ['jwk of a stranger', async () => sign(stranger, claims(), { jwk: await exportJWK(stranger.publicKey) })],
  ['jwk of a stranger under the name of a known key', async () => sign(stranger, claims(), { kid: 'rsa-1', jwk: await exportJWK(stranger.publicKey) })],
  ['x5u of a stranger', () => sign(stranger, claims(), { x5u: strangersKeys })],
  ['x5c of a stranger', () => sign(stranger, claims(), { x5c: ['MIIB'] })],
  ['a stranger\'s key', () => sign(stranger)],
  ['a stranger\'s key under the name of a known one', () => sign(stranger, claims(), { kid: 'rsa-1' })],
  ...['../../keys', '/etc/passwd', 'rsa-1/../stranger', 'rsa-1\' OR \'1\'=\'1', 'http://169.254.169.254/', '', 'rsa-1\0', '|| sleep 5'].map((kid): Attack => [`kid ${JSON.stringify(kid)}`, () => sign(stranger, claims(), { kid })]),
  ['a kid that is a number', () => forge({ alg: 'RS256', typ: 'JWT', kid: 1 }, claims(), () => 'AAAA')],
  ['a known kid of another algorithm', () => forge({ alg: 'ES256', typ: 'JWT', kid: 'rsa-1' }, claims(), () => Buffer.alloc(64).toString('base64url'))],
  ['an ES256 signature of zeros (CVE-2022-21449)', () => forge({ alg: 'ES256', typ: 'JWT', kid: 'ec-1' }, claims(), () => Buffer.alloc(64).toString('base64url'))],
  ['no kid', () => forge({ alg: 'RS256', typ: 'JWT' }, claims(), () => 'AAAA')],
  ['no typ', async () => new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: 'rsa-1' }).sign(signers.RS256.privateKey)],
  ...['JOSE', 'logout+jwt', 'dpop+jwt', 'secevent+jwt', 'jwt '].map((typ): Attack => [`typ ${typ}`, () => sign(signers.RS256, claims(), { typ })]),
  ['an extension that must be understood', () => forge({ alg: 'RS256', typ: 'JWT', kid: 'rsa-1', crit: ['x'], x: 1 }, claims(), () => 'AAAA')],
  ['an unencoded payload', () => forge({ alg: 'RS256', typ: 'JWT', kid: 'rsa-1', b64: false, crit: ['b64'] }, claims(), () => 'AAAA')],
  ['an end 61 s ago', () => sign(signers.RS256, claims({ exp: NOW_S - 61 }))],
  ['a start in 61 s', () => sign(signers.RS256, claims({ nbf: NOW_S + 61 }))],
  ['a making in 61 s', () => sign(signers.RS256, claims({ iat: NOW_S + 61 }))],
  ['an age of two days', () => sign(signers.RS256, claims({ iat: NOW_S - 172_800 }))],
  ...(['exp', 'iat', 'sub', 'iss', 'aud', 'vua_tenant', 'vua_permissions'] as const).map((name): Attack => [`no ${name}`, () => sign(signers.RS256, Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name)))]),
  ['an exp that is text', () => sign(signers.RS256, { ...claims(), exp: '9999999999' as unknown as number })],
  ...['https://login.example/realms/shop/', 'https://login.example', 'https://evil.example', ''].map((iss): Attack => [`iss ${JSON.stringify(iss)}`, () => sign(signers.RS256, claims({ iss }))]),
  ...[['other'], 'other', 'vua2', '', []].map((aud): Attack => [`aud ${JSON.stringify(aud)}`, () => sign(signers.RS256, claims({ aud }))]),
  ...['', '../shop-b', 'SHOP', ['shop-a'], 7, null, 'a'.repeat(65)].map((tenant): Attack => [`vua_tenant ${JSON.stringify(tenant)}`, () => sign(signers.RS256, claims({ vua_tenant: tenant }))]),
  ['another payload under the signature', async () => {
    const [header, , signature] = (await sign(signers.RS256)).split('.');
    return `${header}.${encode(claims({ vua_tenant: 'shop-b' }))}.${signature}`;
  }],
  ['no signature', async () => `${(await sign(signers.RS256)).split('.').slice(0, 2).join('.')}.`],
  ['two parts', async () => (await sign(signers.RS256)).split('.').slice(0, 2).join('.')],
  ['five parts', async () => `${await sign(signers.RS256)}.a.b`],
  ['a bit more', async () => `${await sign(signers.RS256)}A`],
  ['JSON in the place of a token', async () => JSON.stringify({ payload: encode(claims()), signatures: [] })],
  ['8 KiB and more', () => sign(signers.RS256, claims({ filler: 'x'.repeat(9000) }))],
  ...['', 'Bearer', 'a.b.c', '..', 'e30.e30.e30', 'vua_sk_'].map((token): Attack => [`the text ${JSON.stringify(token)}`, () => token]),
];

describe('fault test 31: no token that does not hold is accepted', () => {
  it.each(ATTACKS)('%s', async (_name, make) => {
    expect(await people.findPerson(await make())).toBeUndefined();
  });

  it.each(['RS384', 'RS512', 'PS256', 'ES384'])('an algorithm that is not on the list: %s', async (alg) => {
    const signer = await makeSigner(alg, 'other-1');
    const directory = createPeopleDirectory({ issuer: ISSUER, audience: AUDIENCE, jwksUrl: await serveKeys([signer]), now });
    expect(await directory.findPerson(await sign(signer))).toBeUndefined();
  });

  it('and none lets the server fetch from where it says', () => {
    expect(new Set(fetched)).toEqual(new Set(['/keys']));
  });

  it('nor a key of 1,024 bits, although the issuer publishes it', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const jwksUrl = 'http://127.0.0.1/keys';
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'weak', alg: 'RS256' }];
    const directory = createPeopleDirectory({ issuer: ISSUER, audience: AUDIENCE, jwksUrl, now, fetch: async () => Response.json({ keys }) });
    const { sign: signBytes } = await import('node:crypto');
    const token = forge({ alg: 'RS256', typ: 'JWT', kid: 'weak' }, claims(), (input) => signBytes('sha256', Buffer.from(input), privateKey).toString('base64url'));
    expect(await directory.findPerson(token).catch(() => 'cannot be told')).not.toMatchObject({ kind: 'person' });
  });
});

describe('keys that cannot be fetched', () => {
  it.each([
    ['the issuer is away', async () => Promise.reject(new TypeError('fetch failed'))],
    ['the issuer fails', async () => new Response('no', { status: 500 })],
    ['the answer is no JSON', async () => new Response('<html>')],
  ])('are no refusal: %s', async (_name, fetch) => {
    const directory = createPeopleDirectory({ issuer: ISSUER, audience: AUDIENCE, jwksUrl: 'https://login.example/keys', now, fetch });
    await expect(directory.findPerson(await sign(signers.RS256))).rejects.toThrow(Error);
  });
});

describe('settings', () => {
  const all = { OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: AUDIENCE, OIDC_JWKS_URL: 'https://login.example/keys' };

  it('are all there, or none', () => {
    expect(readOidcSettings({})).toEqual({ status: 'ok', oidc: undefined });
    expect(readOidcSettings({ OIDC_ISSUER: '' })).toEqual({ status: 'ok', oidc: undefined });
    expect(readOidcSettings(all)).toEqual({ status: 'ok', oidc: { issuer: ISSUER, audience: AUDIENCE, jwksUrl: 'https://login.example/keys' } });
    expect(readOidcSettings({ ...all, OIDC_AUDIENCE: '' })).toMatchObject({ status: 'invalid', problems: [expect.stringContaining('OIDC_AUDIENCE')] });
  });

  it.each(['http://login.example/keys', 'keys', 'file:///keys', 'ftp://login.example'])('take no address that can be changed on its way: %s', (url) => {
    expect(readOidcSettings({ ...all, OIDC_JWKS_URL: url })).toMatchObject({ status: 'invalid', problems: [expect.stringContaining('OIDC_JWKS_URL')] });
  });

  it.each(['http://localhost:8080/keys', 'http://127.0.0.1/keys', 'http://[::1]/keys'])('take http on this machine: %s', (url) => {
    expect(readOidcSettings({ ...all, OIDC_JWKS_URL: url })).toMatchObject({ status: 'ok' });
  });
});
