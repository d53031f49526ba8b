import fc from 'fast-check';
import { expect, it } from 'vitest';
import { priceAt } from './price-at.ts';

const vnd = (amountMinor: number) => ({ amountMinor, currency: 'VND' as const });
const item = { price: vnd(100), sales: [{ price: vnd(80), startsAtMs: 10, endsAtMs: 20 }, { price: vnd(70), startsAtMs: 15, endsAtMs: 30 }, { price: vnd(120), startsAtMs: 25, endsAtMs: 40 }] };

it.each([[9, 100], [10, 80], [14, 80], [15, 70], [19, 70], [20, 70], [29, 70], [30, 100], [39, 100], [40, 100]])('at %i ms it costs %i', (atMs, amount) => expect(priceAt(item, atMs)).toEqual(vnd(amount)));

it('does not depend on the order of the sales, and never costs more than without them', () => {
  const sale = fc.record({ price: fc.nat(200).map(vnd), startsAtMs: fc.nat(100), endsAtMs: fc.nat(100) });
  fc.assert(fc.property(fc.array(sale), fc.nat(200), fc.nat(100), (sales, amount, atMs) => {
    const price = priceAt({ price: vnd(amount), sales }, atMs);
    expect(priceAt({ price: vnd(amount), sales: sales.toReversed() }, atMs)).toEqual(price);
    expect(price.amountMinor).toBeLessThanOrEqual(amount);
  }));
});
