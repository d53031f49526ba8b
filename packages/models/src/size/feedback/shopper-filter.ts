const BITS = 4096;
const PROBES = 4;

/** Which shoppers were counted, without keeping who they are: a Bloom filter in hexadecimal. Never forgets one; now and then takes a new one for a known one. */
export type ShopperFilter = string;

export const NOBODY: ShopperFilter = '0'.repeat(BITS / 4);

export function hasShopper(filter: ShopperFilter, key: string): boolean {
  return bitsOf(key).every((bit) => (nibbleAt(filter, bit) & (1 << (bit % 4))) !== 0);
}

export function withShopper(filter: ShopperFilter, key: string): ShopperFilter {
  return bitsOf(key).reduce((before, bit) => {
    const nibble = (nibbleAt(before, bit) | (1 << (bit % 4))).toString(16);
    return before.slice(0, bit >> 2) + nibble + before.slice((bit >> 2) + 1);
  }, filter);
}

const nibbleAt = (filter: ShopperFilter, bit: number): number => Number.parseInt(filter[bit >> 2] ?? '0', 16);

/** Places of a key, by double hashing (Kirsch and Mitzenmacher 2006). */
function bitsOf(key: string): number[] {
  const [first, second] = [hash(key, 0x811c9dc5), hash(key, 0x9747b28c) | 1];
  return Array.from({ length: PROBES }, (_, probe) => (first + Math.imul(probe, second)) >>> 0).map((value) => value % BITS);
}

/** FNV-1a over UTF-16 units, its bits mixed once more at the end. */
function hash(key: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (value ^ (value >>> 16)) >>> 0;
}
