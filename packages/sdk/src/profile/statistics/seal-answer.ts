import type { MeasurementStatistics } from '@vua/models/contracts';

/** An answer as it lies on the device: what looks at storage without using the key sees no measurement. */
export interface SealedAnswer {
  /** AES-GCM, 256 bits, not extractable; made for this ciphertext alone. */
  readonly key: CryptoKey;
  /** 12 bytes, random. */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
}

const ALGORITHM = 'AES-GCM';
/** Every answer fills it, so that the length does not tell what was measured. */
const BLOCK_BYTES = 256;

/** @throws without WebCrypto, as on pages without TLS. */
export async function sealAnswer(answer: MeasurementStatistics): Promise<SealedAnswer> {
  const key = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(answer).padEnd(BLOCK_BYTES));
  return { key, iv, ciphertext: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, text) };
}

/** The answer, or undefined where it is damaged. */
export async function openAnswer({ key, iv, ciphertext }: SealedAnswer): Promise<MeasurementStatistics | undefined> {
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, ciphertext))) as MeasurementStatistics;
  } catch {
    return undefined;
  }
}
