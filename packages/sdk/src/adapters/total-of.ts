import type { EventItem, EventMoney } from '@vua/models/contracts';

/** What items cost together; undefined where a price is missing or currencies differ. */
export function totalOf(items: readonly EventItem[]): EventMoney | undefined {
  const currency = items[0]?.price?.currency;
  if (currency === undefined || items.some(({ price }) => price?.currency !== currency)) return undefined;
  const amountMinor = items.reduce((sum, { price, quantity = 1 }) => sum + (price?.amountMinor ?? 0) * quantity, 0);
  return Number.isSafeInteger(amountMinor) ? { amountMinor, currency } : undefined;
}
