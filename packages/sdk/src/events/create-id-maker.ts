export interface IdMakerDeps {
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Fills an array with random bytes. @default the browser's generator for cryptography */
  readonly fillRandom?: (bytes: Uint8Array<ArrayBuffer>) => void;
}

/** Last number of the 12 bits that keep ids of one millisecond in order (RFC 9562, section 6.2, method 1). */
const LAST_IN_MS = 0xfff;
/** Room is left above the first number, so that many ids fit behind it. */
const FIRST_BITS = 0x7ff;

/**
 * Makes ids of UUID version 7. Each is greater than the one before, also where the clock stands or was set back:
 * then the last time is used again, and moved on by a millisecond when its numbers are used up.
 */
export function createIdMaker({ now, fillRandom = (bytes) => void crypto.getRandomValues(bytes) }: IdMakerDeps): () => string {
  let lastMs = -1;
  let counter = 0;
  return () => {
    const bytes = new Uint8Array(16);
    fillRandom(bytes);
    const first = ((bytes[6] ?? 0) << 8 | (bytes[7] ?? 0)) & FIRST_BITS;
    const nowMs = Math.max(0, Math.floor(now()));
    if (nowMs > lastMs) [lastMs, counter] = [nowMs, first];
    else if (counter < LAST_IN_MS) counter++;
    else [lastMs, counter] = [lastMs + 1, first];
    return formatId(lastMs, counter, bytes);
  };
}

function formatId(timeMs: number, counter: number, random: Uint8Array): string {
  const time = timeMs.toString(16).padStart(12, '0').slice(-12);
  const tail = Array.from(random.subarray(8), (byte, index) => (index === 0 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
