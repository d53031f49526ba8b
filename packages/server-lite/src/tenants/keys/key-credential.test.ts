import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCredential, readCredential, sameHash } from './key-credential.ts';

describe('a credential', () => {
  it('is read back, and only its hash is needed for that', () => {
    const { credential, ...kept } = makeCredential();
    expect(credential).toMatch(/^vua_sk_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
    expect(readCredential(credential)).toEqual(kept);
    expect(kept.secretHash).toBe(createHash('sha256').update(credential).digest('hex'));
    expect(JSON.stringify(kept)).not.toContain(credential.slice(-43));
  });

  it('is another each time', () => {
    expect(new Set(Array.from({ length: 100 }, () => makeCredential().credential)).size).toBe(100);
  });

  it('has 256 random bits that nobody can guess', () => {
    const sizes: number[] = [];
    makeCredential((size) => {
      sizes.push(size);
      return Buffer.alloc(size, 7);
    });
    expect(sizes).toEqual([8, 32]);
  });

  it.each(['', 'vua_sk_', 'eyJhbGciOiJub25lIn0.e30.', ' vua_sk_0123456789abcdef_x', 'vua_sk_0123456789ABCDEF_'.padEnd(67, 'a'), 'vua_sk_0123456789abcdef_'.padEnd(68, 'a'), 'vua_sk_0123456789abcdef_'.padEnd(67, 'ä')])('is not %j', (text) => {
    expect(readCredential(text)).toBeUndefined();
  });
});

it.each([['ab', 'ab', true], ['ab', 'ac', false], ['ab', 'abab', false], ['', '', true], ['ab', '', false]])('%j and %j are the same hash: %s', (a, b, same) => {
  expect(sameHash(a, b)).toBe(same);
});
