import type { SimulatedItem } from '../catalog/simulated-item.ts';

/** Pieces by item and size. */
export interface Stock {
  readonly has: (item: number, size: string) => boolean;
  readonly take: (item: number, size: string) => void;
  /** What comes in on a day: each item is filled up again every {@link DELIVERY_DAYS}. */
  readonly deliver: (day: number) => void;
}

const DELIVERY_DAYS = 10;
/** Deliveries of neighbours in the catalog lie days apart. */
const STAGGER = 3;

export function createStock(items: readonly SimulatedItem[]): Stock {
  const pieces = items.map((item) => new Map(Object.entries(item.pieces)));
  return {
    has: (item, size) => (pieces[item]?.get(size) ?? 0) > 0,
    take: (item, size) => void pieces[item]?.set(size, Math.max(0, (pieces[item]?.get(size) ?? 0) - 1)),
    deliver: (day) => items.forEach((item, k) => {
      if ((day + k * STAGGER) % DELIVERY_DAYS === 0) pieces[k] = new Map(Object.entries(item.pieces));
    }),
  };
}
