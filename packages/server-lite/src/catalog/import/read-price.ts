export type PriceReading =
  | { readonly status: 'read'; readonly amountMinor: number }
  | { readonly status: 'unreadable' }
  | { readonly status: 'other-currency' };

/** 490000, 490.000, 490,000, 490 000; with `.00` where a program writes decimals that VND has not. */
const AMOUNT = /^(\d+|\d{1,3}(?:([.,\s])\d{3})(?:\2\d{3})*)(?:[.,]0{1,2})?$/;
const VND = /^(?:VND|VNĐ|đ|₫|đồng)$/i;

/** A price in VND, as `490000 VND`, `490.000 ₫` or a bare number. */
export function readPrice(text: string): PriceReading {
  const plain = text.replaceAll('\u00a0', ' ').trim();
  const currency = /^(\p{L}{1,4}|\p{Sc})?\s*\d[\d.,\s]*(\p{L}{1,4}|\p{Sc})?$/u.exec(plain);
  if (currency === null) return { status: 'unreadable' };
  const signs = [currency[1], currency[2]].filter((sign) => sign !== undefined);
  if (signs.some((sign) => !VND.test(sign))) return { status: 'other-currency' };
  const digits = plain.replaceAll(/[\p{L}\p{Sc}]/gu, '').trim();
  const amount = AMOUNT.exec(digits)?.[1];
  const amountMinor = amount === undefined ? Number.NaN : Number(amount.replaceAll(/\D/g, ''));
  return Number.isSafeInteger(amountMinor) ? { status: 'read', amountMinor } : { status: 'unreadable' };
}
