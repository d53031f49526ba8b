import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestWithBonus } from './best-with-bonus.ts';
import { addBonus, lossesOf } from './blend-scores.ts';
import { topItems } from './top-items.ts';

const ITEMS = 40;
const level = fc.integer({ min: -6, max: 6 }).map((value) => value / 2);

describe('the best of a few scores with a bonus', () => {
  it('are the best of all scores, ties, skipped items and losses included', () => {
    fc.assert(fc.property(
      fc.array(level, { minLength: ITEMS, maxLength: ITEMS }), fc.dictionary(fc.nat(ITEMS - 1).map(String), level, { maxKeys: 12 }), fc.uniqueArray(fc.nat(ITEMS - 1), { maxLength: 9 }), fc.nat(12),
      (logits, given, skipped, limit) => {
        const bonus = new Map(Object.entries(given).map(([item, worth]) => [Number(item), worth]));
        const [scores, skips] = [Float32Array.from(logits), new Set(skipped)];
        const named = [...bonus.keys()];
        const top = topItems(scores, limit + skips.size + lossesOf(bonus));
        const best = bestWithBonus({ items: top.map(({ item }) => item), scores: top.map(({ score }) => score) }, { items: named, scores: named.map((item) => logits[item] ?? NaN) }, bonus, limit, skips);
        addBonus(scores, bonus);
        expect(best).toEqual(topItems(scores, limit, (item) => skips.has(item)));
      },
    ), { numRuns: 500 });
  });
});
