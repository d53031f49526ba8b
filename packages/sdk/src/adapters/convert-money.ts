import type { EventMoney } from '@vua/models/contracts';
import { currencyExponent } from './currency-exponent.ts';

/** Digits that a number holds exactly; more would be a guess. */
const AMOUNT = /^(\d{1,16})(?:\.(\d{0,20}))?$/;

/**
 * An amount in major units, such as 12.5 or `12.50`, in minor units of its currency; rounded half up where it has more decimals than the currency.
 * Undefined for what is no amount, is negative, or may be meant otherwise: with a comma, or three decimals in a currency that has none (`490.000` may be 490 or 490,000 đồng).
 */
export function toMinor(amount: unknown, currency: unknown): EventMoney | undefined {
  const code = typeof currency === 'string' ? currency.trim().toUpperCase() : '';
  const [, whole, decimals = ''] = AMOUNT.exec(typeof amount === 'number' ? plainNumber(amount) : typeof amount === 'string' ? amount.trim() : '') ?? [];
  if (!/^[A-Z]{3}$/.test(code) || whole === undefined) return undefined;
  const exponent = currencyExponent(code);
  if (typeof amount === 'string' && exponent === 0 && decimals.length === 3) return undefined;
  const isUp = Number(decimals[exponent] ?? 0) >= 5;
  const amountMinor = Number(whole + decimals.slice(0, exponent).padEnd(exponent, '0')) + Number(isUp);
  return Number.isSafeInteger(amountMinor) ? { amountMinor, currency: code } : undefined;
}

/** In digits; computed prices such as 0.1 + 0.2 lose what arithmetic left behind the ninth decimal. */
const plainNumber = (amount: number): string => (Number.isFinite(amount) ? String(Number(amount.toFixed(9))) : '');

/** In major units. */
export const toMajor = ({ amountMinor, currency }: EventMoney): number => amountMinor / 10 ** currencyExponent(currency);
