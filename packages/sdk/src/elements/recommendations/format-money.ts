import type { EventMoney } from '@vua/models/contracts';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** An amount as a shopper reads it, such as `690.000 ₫`. */
export function formatMoney({ amountMinor, currency }: EventMoney, locale: 'vi' | 'en'): string {
  const format = new Intl.NumberFormat(LOCALES[locale], { style: 'currency', currency, currencyDisplay: locale === 'vi' ? 'symbol' : 'code' });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0));
}
