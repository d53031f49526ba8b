import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_VERSION } from './record-codec.ts';
import { type SealedRecord, openSealed, sealRecord } from './seal-record.ts';
import { bodyArbitrary } from './testing/body-arbitrary.ts';
import { sampleRecord } from './testing/sample-record.ts';

const SITE = 'shop-1';
const record = sampleRecord();
const sealed = await sealRecord(record, SITE);

const flipped = (bytes: ArrayBuffer | Uint8Array, bit: number): Uint8Array<ArrayBuffer> => {
  const copy = new Uint8Array(bytes.slice(0));
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
};

it('opens what was sealed', async () => {
  await fc.assert(fc.asyncProperty(bodyArbitrary, fc.string(), async (body, siteKey) => {
    const given = { ...record, body };
    expect(await openSealed(await sealRecord(given, siteKey), siteKey)).toEqual(given);
  }), { numRuns: 50 });
});

it('uses a key and an IV once', async () => {
  const again = await Promise.all(Array.from({ length: 20 }, () => sealRecord(record, SITE)));
  const texts = new Set(again.map(({ iv }) => iv.join()));
  expect(texts.size).toBe(20);
  expect(new Set(again.map(({ key }) => key)).size).toBe(20);
  expect(new Set(again.map(({ ciphertext }) => new Uint8Array(ciphertext).join())).size).toBe(20);
});

it('lets nobody have the key', async () => {
  expect(sealed.key).toMatchObject({ extractable: false, type: 'secret', algorithm: { name: 'AES-GCM', length: 256 } });
  expect([...sealed.key.usages].sort()).toEqual(['decrypt', 'encrypt']);
  for (const format of ['raw', 'jwk'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- two formats
    await expect(crypto.subtle.exportKey(format, sealed.key)).rejects.toMatchObject({ name: 'InvalidAccessError' });
  }
});

describe('refuses', () => {
  it('any bit that was changed', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(8 * sealed.ciphertext.byteLength), async (bit) => {
      expect(await openSealed({ ...sealed, ciphertext: flipped(sealed.ciphertext, bit).buffer }, SITE)).toBe('damaged');
      expect(await openSealed({ ...sealed, iv: flipped(sealed.iv, bit) }, SITE)).toBe('damaged');
    }));
  });

  it('the ciphertext of another key', async () => {
    const { ciphertext, iv } = await sealRecord(record, SITE);
    expect(await openSealed({ ...sealed, ciphertext, iv }, SITE)).toBe('damaged');
  });

  it('the record of another shop', async () => {
    expect(await openSealed(sealed, 'shop-2')).toBe('damaged');
    expect(await openSealed(sealed, '')).toBe('damaged');
  });

  it('a version that it was not sealed as', async () => {
    expect(await openSealed({ ...sealed, version: RECORD_VERSION + 1 }, SITE)).toBe('newer');
    for (const version of [0, -1, 0.5, Number.NaN, '1', undefined]) {
      // oxlint-disable-next-line no-await-in-loop -- few
      expect(await openSealed({ ...sealed, version }, SITE)).toBe('damaged');
    }
  });

  it('a key that a script could have exported', async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
    expect(await openSealed({ ...sealed, key }, SITE)).toBe('damaged');
  });

  it.each([
    ['nothing', null], ['text', 'profile'], ['an empty object', {}], ['a plain record', record],
    ['no key', { ...sealed, key: undefined }], ['bytes as key', { ...sealed, key: new Uint8Array(32) }],
    ['a short IV', { ...sealed, iv: new Uint8Array(8) }], ['no bytes', { ...sealed, ciphertext: new ArrayBuffer(0) }], ['a list as ciphertext', { ...sealed, ciphertext: [1, 2, 3] }],
  ] satisfies [string, unknown][])('%s', async (_what, given) => {
    expect(await openSealed(given, SITE)).toBe('damaged');
  });

  it('what was sealed well but is no record', async () => {
    const given = { ...record, body: { ...record.body, profile: { statureCm: 1 } } };
    expect(await openSealed(await sealRecord(given, SITE), SITE)).toBe('damaged');
  });
});

it('says nothing of the body beside the ciphertext', () => {
  const { ciphertext, key, iv, ...rest } = sealed satisfies SealedRecord;
  expect(rest).toEqual({ version: RECORD_VERSION });
  expect(ciphertext.byteLength).toBe(8192 + 16);
  expect([key instanceof CryptoKey, iv.length]).toEqual([true, 12]);
});
