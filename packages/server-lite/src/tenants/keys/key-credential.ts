import { hash, randomBytes as cryptoRandomBytes, timingSafeEqual } from 'node:crypto';

/** `vua_sk_`, the key's id, and 256 random bits. The fixed start lets scanners of source code find keys that were published by mistake. */
const CREDENTIAL = /^vua_sk_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;
const ID_BYTES = 8;
const SECRET_BYTES = 32;

export interface KeyCredential {
  readonly keyId: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly secretHash: string;
}

/** Makes a credential; it can be shown once and never again, for only its hash is kept. */
export function makeCredential(randomBytes: (size: number) => Buffer = cryptoRandomBytes): KeyCredential & { readonly credential: string } {
  const keyId = randomBytes(ID_BYTES).toString('hex');
  const credential = `vua_sk_${keyId}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { keyId, credential, secretHash: hashOf(credential) };
}

/** Id and hash of what came in a request, or undefined when it is no credential of ours. */
export function readCredential(text: string): KeyCredential | undefined {
  const keyId = CREDENTIAL.exec(text)?.[1];
  return keyId === undefined ? undefined : { keyId, secretHash: hashOf(text) };
}

/** Compares in a time that does not tell how much is right. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}

// Fast on purpose: slow hashes protect secrets that can be guessed, and 256 random bits cannot. A slow one would let strangers keep the server busy.
function hashOf(credential: string): string {
  return hash('sha256', credential, 'hex');
}
