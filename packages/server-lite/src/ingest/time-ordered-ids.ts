import { randomBytes } from 'node:crypto';

/** Makes UUIDs of version 7. Each sorts after the one before it, also when the clock is set back or many are made in one millisecond. */
export function createTimeOrderedIds(now: () => number): () => string {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const nowMs = now();
    if (nowMs > lastMs) [lastMs, counter] = [nowMs, 0];
    else if (counter < 0xfff) counter += 1;
    else [lastMs, counter] = [lastMs + 1, 0];
    const time = lastMs.toString(16).padStart(12, '0');
    const random = randomBytes(8);
    random[0] = 0x80 | ((random[0] ?? 0) & 0x3f);
    const tail = random.toString('hex');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}
