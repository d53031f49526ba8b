import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Check } from 'typebox/value';
import { GarmentType, RecommendationKind, Recommendations } from '../contracts/index.ts';
import { attributeSimilarity } from './attribute-similarity.ts';
import { traitsOf } from './garment-traits.ts';
import { diversify } from './diversify.ts';
import { type RecommendableItem, type RecommendationRequest, type RecommendationSources, createCatalog, recommend } from './index.ts';
import { expecting, garment } from './testing/sample-sources.ts';

const KINDS = RecommendationKind.enum;
const TYPES = GarmentType.anyOf.map((each) => each.const);
const SIZES = ['S', 'M', 'L'];
// Ids beyond the catalog's are those of items that are gone.
const itemId = fc.integer({ min: 0, max: 29 }).map((k) => `i${k}`);
const itemIds = fc.array(itemId, { maxLength: 12 });
const score = fc.double({ min: -5, max: 5, noNaN: true });
const rankedItems = fc.array(fc.record({ itemId, score }), { maxLength: 25 });
const attributes = fc.record({
  garmentType: fc.constantFrom(...TYPES), audience: fc.constantFrom('women' as const, 'men' as const, 'unisex' as const), colours: fc.array(fc.constantFrom('#000000', '#ff0000', '#fafafa'), { maxLength: 2 }),
  price: fc.record({ amountMinor: fc.integer({ min: 0, max: 9 }), currency: fc.constantFrom('VND', 'USD') }), sizesInStock: fc.option(fc.subarray(SIZES), { nil: undefined }), isUsed: fc.boolean(),
});
const shop = fc.array(attributes, { maxLength: 20 }).map((rows) => rows.map(({ isUsed, ...row }, k): RecommendableItem => garment(`i${k}`, { ...row, ...(isUsed && { condition: 'used' }) })));
const follower = fc.record({ itemId, weight: fc.double({ min: 0.1, max: 9, noNaN: true }), boughtWeight: fc.constantFrom(0, 0.1) });

const sources: fc.Arbitrary<RecommendationSources> = fc.record({
  items: shop, expected: fc.option(rankedItems, { nil: undefined }), rows: fc.dictionary(itemId, fc.array(follower, { maxLength: 6 })), popular: rankedItems, trending: rankedItems, newest: rankedItems,
  history: fc.array(fc.record({ itemId, type: fc.constantFrom('view_item' as const, 'purchase' as const) }), { maxLength: 15 }), used: fc.array(attributes, { maxLength: 6 }),
}).map(({ items, expected, rows, history, used, ...lists }) => ({
  expect: expected === undefined ? () => undefined : expecting(expected), followers: (id) => rows[id] ?? [], crowd: { ...lists, popularInSize: () => lists.popular },
  catalog: createCatalog(items), history, listings: used.map(({ isUsed: _isUsed, ...row }, k) => garment(`used${k}`, row)),
}));

const request: fc.Arbitrary<RecommendationRequest> = fc.record({
  id: fc.constant('r'), kind: fc.constantFrom(...KINDS), itemIds, limit: fc.integer({ min: 1, max: 12 }), size: fc.constantFrom('S', undefined),
  sizesFor: fc.option(fc.subarray(SIZES).map((sizes) => () => sizes), { nil: undefined }), price: fc.option(fc.record({ currency: fc.constant('VND'), leastMinor: fc.constant(2), mostMinor: fc.constant(7) }), { nil: undefined }),
  exclude: itemIds, bought: itemIds, diversity: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  rules: fc.record({
    pins: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), place: fc.integer({ min: 1, max: 12 }), itemId }), { maxLength: 20 }),
    exclusions: fc.array(fc.record({ kind: fc.constantFrom(undefined, ...KINDS), itemId }), { maxLength: 4 }),
  }),
});

describe('whatever is asked of whatever is known', () => {
  it('never shows what is excluded, dismissed, bought, gone, sold out in the sizes that fit, or out of the price range', () => {
    fc.assert(fc.property(request, sources, (asked, known) => {
      const { exclude = [], bought = [], rules, sizesFor, price } = asked;
      const barred = new Set([
        ...exclude, ...bought, ...known.history.filter(({ type }) => type === 'purchase').map((step) => step.itemId),
        ...(rules?.exclusions ?? []).filter(({ kind }) => kind === undefined || kind === asked.kind).map((exclusion) => exclusion.itemId),
      ]);
      for (const { itemId: id } of recommend(asked, known).items) {
        const item = asked.kind === 'second-hand' ? known.listings.find((listing) => listing.id === id) : known.catalog.find(id);
        expect(item).toBeDefined();
        expect(barred.has(id)).toBe(false);
        expect((sizesFor?.(id) ?? SIZES).some((size) => (item?.sizesInStock ?? SIZES).includes(size))).toBe(true);
        expect(price === undefined || (item?.price.currency === 'VND' && item.price.amountMinor >= 2 && item.price.amountMinor <= 7)).toBe(true);
      }
    }), { numRuns: 500 });
  });

  it('keeps to its contract and limit, repeats nothing, and answers the same again', () => {
    fc.assert(fc.property(request, sources, (asked, known) => {
      const answer = recommend(asked, known);
      expect(Check(Recommendations, answer)).toBe(true);
      expect(answer.items.length).toBeLessThanOrEqual(asked.limit);
      expect(new Set(answer.items.map((item) => item.itemId)).size).toBe(answer.items.length);
      expect(answer.strategy !== 'none' || answer.items.every(({ reason }) => reason.type === 'chosen-by-shop')).toBe(true);
      expect(recommend(asked, known)).toEqual(answer);
    }), { numRuns: 300 });
  });

  it('has a pin that may be shown at its place, or at the end of a list that is shorter', () => {
    fc.assert(fc.property(request, sources, fc.integer({ min: 1, max: 12 }), itemId, (asked, known, place, pinned) => {
      const rules = { pins: [{ kind: asked.kind, place, itemId: pinned }], exclusions: [] };
      const { items } = recommend({ ...asked, rules }, known);
      const found = items.findIndex((item) => item.reason.type === 'chosen-by-shop');
      const mayBeShown = items.some((item) => item.itemId === pinned);
      expect(found === -1 || items[found]?.itemId === pinned).toBe(true);
      expect(found).toBe(mayBeShown ? Math.min(place, items.length) - 1 : -1);
    }), { numRuns: 300 });
  });

  it('re-ranks what may be shown of a list, and nothing else', () => {
    fc.assert(fc.property(request, sources, ({ rules: _rules, ...asked }, known) => {
      const answer = recommend({ ...asked, kind: 'rerank', limit: 100 }, known);
      const given = recommend({ ...asked, kind: 'rerank', limit: 100 }, { ...known, expect: () => undefined, followers: () => [], crowd: { ...known.crowd, popular: [] } });
      expect(answer.items.map((item) => item.itemId).toSorted()).toEqual(given.items.map((item) => item.itemId).toSorted());
    }));
  });
});

describe('diversity', () => {
  const candidates = fc.tuple(shop, fc.array(score, { minLength: 20, maxLength: 20 })).map(([items, scores]) => items.map((item, k) => ({ ...item, itemId: item.id, score: scores[k] ?? 0 })).toSorted((a, b) => b.score - a.score));

  it('is the plain order at 0', () => {
    fc.assert(fc.property(candidates, (items) => { expect(diversify(items, items.length, 0, () => 1)).toEqual(items); }));
  });

  it('rises with the knob: where two lists part, the larger knob chose what is no more like the items before', () => {
    fc.assert(fc.property(candidates, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (items, one, other) => {
      const facts = new Map(items.map((item) => [item.id, item]));
      const likeness = (a = garment(''), b = garment('')): number => attributeSimilarity(traitsOf(a), traitsOf(b));
      const [less, more] = [Math.min(one, other), Math.max(one, other)].map((knob) => diversify(items, 8, knob, (k, j) => likeness(items[k], items[j])).map(({ id }) => id));
      const parting = less?.findIndex((id, k) => id !== more?.[k]) ?? -1;
      if (parting === -1) return;
      const most = (list: readonly string[] = []): number => Math.max(0, ...list.slice(0, parting).map((id) => likeness(facts.get(id), facts.get(list[parting] ?? ''))));
      expect(most(more)).toBeLessThanOrEqual(most(less) + 1e-9);
    }), { numRuns: 500 });
  });

  it('compares garments the same both ways, and finds nothing more like one than itself', () => {
    fc.assert(fc.property(attributes, attributes, (a, b) => {
      const [one, other] = [traitsOf(garment('a', a)), traitsOf(garment('b', b))];
      const likeness = attributeSimilarity(one, other);
      expect(likeness).toBeCloseTo(attributeSimilarity(other, one), 12);
      expect(likeness >= 0 && likeness <= attributeSimilarity(one, one) + 1e-12).toBe(true);
      expect(attributeSimilarity(one, one)).toBeCloseTo(1, 12);
    }));
  });
});
