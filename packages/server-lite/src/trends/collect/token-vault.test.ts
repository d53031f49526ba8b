import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTokenVault } from './token-vault.ts';

const vault = createTokenVault(new Uint8Array(32).fill(1));
const OWNER = { tenantId: 'shop', source: 'instagram' };

it('gives back what was sealed, which is never the same twice and shows nothing', () => {
  fc.assert(fc.property(fc.string({ minLength: 8 }), (token) => {
    const [one, other] = [vault.seal(token, OWNER), vault.seal(token, OWNER)];
    expect([vault.open(one, OWNER), vault.open(other, OWNER)]).toEqual([token, token]);
    expect(one).not.toBe(other);
    expect(one).not.toContain(token);
    expect(Buffer.from(one.slice(3), 'base64url').includes(token)).toBe(false);
  }));
});

it('opens for no other shop, source or key, and nothing that was changed', () => {
  const sealed = vault.seal('secret-token', OWNER);
  expect(vault.open(sealed, { ...OWNER, tenantId: 'other' })).toBeUndefined();
  expect(vault.open(sealed, { ...OWNER, source: 'pinterest' })).toBeUndefined();
  expect(createTokenVault(new Uint8Array(32).fill(2)).open(sealed, OWNER)).toBeUndefined();
  for (const odd of ['', 'v1.', 'v2.AAAA', 'secret-token']) expect(vault.open(odd, OWNER)).toBeUndefined();
  fc.assert(fc.property(fc.nat(sealed.length - 5), fc.integer({ min: 1, max: 63 }), (place, step) => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const at = 3 + place;
    const changed = sealed.slice(0, at) + letters[(letters.indexOf(sealed[at] ?? '') + step) % 64] + sealed.slice(at + 1);
    expect(vault.open(changed, OWNER)).toBeUndefined();
  }));
});
