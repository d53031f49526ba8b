import type { LocalizedText, Money } from '@vua/models/contracts';

/** One garment put into the bag. */
export interface BagLine {
  readonly productId: string;
  readonly name: LocalizedText;
  readonly price: Money;
  readonly size: string;
  readonly colourName: LocalizedText;
  /** `#rrggbb` of the colour. */
  readonly hex: string;
}

/** Keeps the bag from page to page: `sessionStorage`, which a browser may refuse. */
export interface BagStorage {
  read(): readonly BagLine[];
  write(lines: readonly BagLine[]): void;
}

const STORAGE_KEY = 'cham.bag';

export function createBagStorage(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): BagStorage {
  return {
    read: () => parseBag(storage?.getItem(STORAGE_KEY) ?? '[]'),
    write: (lines) => storage?.setItem(STORAGE_KEY, JSON.stringify(lines)),
  };
}

/** What the bag costs. */
export const totalOf = (lines: readonly BagLine[]): Money =>
  ({ amountMinor: lines.reduce((sum, line) => sum + line.price.amountMinor, 0), currency: 'VND' });

// Anybody may have written into the storage: a bag that cannot be read is an empty one.
function parseBag(text: string): readonly BagLine[] {
  try {
    const lines: unknown = JSON.parse(text);
    return Array.isArray(lines) && lines.every(isBagLine) ? lines : [];
  } catch {
    return [];
  }
}

function isBagLine(value: unknown): value is BagLine {
  if (typeof value !== 'object' || value === null) return false;
  const { productId, name, price, size, colourName, hex } = value as Partial<BagLine>;
  return [productId, size, hex, name?.vi, name?.en, colourName?.vi, colourName?.en].every((text) => typeof text === 'string') && Number.isSafeInteger(price?.amountMinor);
}
