import type { ProfileRecord } from './profile-record.ts';
import { RECORD_VERSION, decodeRecord, encodeRecord } from './record-codec.ts';

/** What lies in the database: all of it, in one value, so that the key never meets another key's ciphertext. */
export interface SealedRecord {
  /** Of the record's form; authenticated, not secret. */
  readonly version: number;
  /** AES-GCM, 256 bits, not extractable; made for this ciphertext alone. */
  readonly key: CryptoKey;
  /** 12 bytes, random. */
  readonly iv: Uint8Array<ArrayBuffer>;
  /** With the tag of 16 bytes at its end. */
  readonly ciphertext: ArrayBuffer;
}

const ALGORITHM = 'AES-GCM';
const IV_BYTES = 12;

/** Encrypts with a key and an IV of its own. @throws {DOMException} or {TypeError} without WebCrypto, as on pages without TLS. */
export async function sealRecord(record: ProfileRecord, siteKey: string, crypto: Crypto = globalThis.crypto): Promise<SealedRecord> {
  const key = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const ciphertext = await crypto.subtle.encrypt(parameters(iv, RECORD_VERSION, siteKey), key, encodeRecord(record));
  return { version: RECORD_VERSION, key, iv, ciphertext };
}

/** The record, or why there is none: `damaged` also when it is of another site key, or its key could be exported. */
export async function openSealed(given: unknown, siteKey: string, crypto: Crypto = globalThis.crypto): Promise<ProfileRecord | 'damaged' | 'newer'> {
  if (!isSealed(given)) return 'damaged';
  const { version, key, iv, ciphertext } = given;
  if (version > RECORD_VERSION) return 'newer';
  const bytes = await crypto.subtle.decrypt(parameters(iv, version, siteKey), key, ciphertext).catch(() => undefined);
  return (bytes && decodeRecord(bytes, version)) ?? 'damaged';
}

function parameters(iv: BufferSource, version: number, siteKey: string): AesGcmParams {
  return { name: ALGORITHM, iv, additionalData: new TextEncoder().encode(JSON.stringify(['vua-profile', version, siteKey])) };
}

function isSealed(given: unknown): given is SealedRecord {
  if (typeof given !== 'object' || given === null) return false;
  const { version, key, iv, ciphertext } = given as Partial<Record<keyof SealedRecord, unknown>>;
  return Number.isSafeInteger(version) && (version as number) >= 1
    && key instanceof CryptoKey && key.algorithm.name === ALGORITHM && !key.extractable
    && iv instanceof Uint8Array && iv.length === IV_BYTES && ciphertext instanceof ArrayBuffer;
}
