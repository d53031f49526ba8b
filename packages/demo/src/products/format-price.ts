import type { Money } from '@vua/models/contracts';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** A price as a shopper reads it, such as `690.000 ₫`. VND has no decimals. */
export function formatPrice({ amountMinor, currency }: Money, language: 'vi' | 'en'): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency, currencyDisplay: language === 'vi' ? 'symbol' : 'code' }).format(amountMinor);
}
