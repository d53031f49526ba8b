/** Takes values out of what a page gave, and counts those that are there but not usable. Never throws for plain data. */
export interface ValueTaker {
  /** `take(given)`; counted where something was given and nothing came of it. */
  of<T>(given: unknown, take: (given: unknown) => T | undefined): T | undefined;
  /** More that was left out. */
  skip(count: number): void;
  skipped(): number;
}

export function createValueTaker(): ValueTaker {
  let skipped = 0;
  return {
    of(given, take) {
      if (given === undefined || given === null || given === '') return undefined;
      const value = take(given);
      if (value === undefined) skipped++;
      return value;
    },
    skip(count) { skipped += count; },
    skipped: () => skipped,
  };
}

// oxlint-disable-next-line no-control-regex -- these are what the contracts forbid
const CONTROL = /[\u0000-\u001f\u007f]/g;

/** A text of at most 100 characters without control characters, as `EventText`. */
export function takeText(given: unknown): string | undefined {
  if (typeof given !== 'string' && typeof given !== 'number') return undefined;
  // Half of a pair is no character, and JSON cannot carry it.
  const text = Array.from(String(given).toWellFormed().replaceAll(CONTROL, ' ').trim()).slice(0, 100).join('').trim();
  return text === '' ? undefined : text;
}

/** An id of the shop's, as `ShopId`; ids of Shopify's (`gid:` addresses) as their last part. Too long a one is none: cut, it would be another. */
export function takeId(given: unknown): string | undefined {
  if (typeof given !== 'string' && !Number.isSafeInteger(given)) return undefined;
  const id = String(given).trim().replace(/^gid:\/\/.*\/([^/]+)$/, '$1');
  return id === '' || !id.isWellFormed() || Array.from(id).length > 128 || id.search(CONTROL) >= 0 ? undefined : id;
}

/** How many pieces, 1-1000; also as digits. */
export function takeQuantity(given: unknown): number | undefined {
  const quantity = typeof given === 'string' && /^\d{1,4}$/.test(given.trim()) ? Number(given) : given;
  return typeof quantity === 'number' && Number.isInteger(quantity) && quantity >= 1 && quantity <= 1000 ? quantity : undefined;
}

export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; none of what is no object. */
export const fieldsOf = (given: unknown): Fields => (typeof given === 'object' && given !== null ? given as Fields : {});

export const listOf = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given : []);
