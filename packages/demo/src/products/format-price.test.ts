import { expect, it } from 'vitest';
import { formatPrice } from './format-price.ts';

// `\s`: the space before the sign does not break.
it.each([['vi', /^1\.190\.000\s₫$/], ['en', /^VND\s1,190,000$/]] as const)('writes đồng without decimals in %s', (language, text) => {
  expect(formatPrice({ amountMinor: 1_190_000, currency: 'VND' }, language)).toMatch(text);
});
