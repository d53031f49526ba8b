import type { SnapshotItem } from './catalog-snapshot.ts';
import type { Money } from './money.ts';

/** What one piece costs at this moment, UTC milliseconds by the server's clock: the cheapest sale that holds, or the plain price. */
export function priceAt({ price, sales }: Pick<SnapshotItem, 'price' | 'sales'>, atMs: number): Money {
  const holding = sales.filter(({ startsAtMs, endsAtMs }) => startsAtMs <= atMs && atMs < endsAtMs).map((sale) => sale.price);
  return holding.reduce((least, each) => (each.amountMinor < least.amountMinor ? each : least), price);
}
