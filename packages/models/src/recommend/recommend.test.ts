import { describe, expect, it } from 'vitest';
import type { Recommendations } from '../contracts/index.ts';
import { type RecommendableItem, type RecommendationRequest, type RecommendationSources, recommend } from './index.ts';
import { crowdOf, expecting, followedBy, garment, ranked, sourcesOf, viewed } from './testing/sample-sources.ts';

const SHOP = [
  garment('tee-1'), garment('tee-2'), garment('tee-3', { colours: ['#f0f0f0'] }), garment('tee-4'), garment('tee-5'),
  garment('jeans-1', { garmentType: 'jeans' }), garment('jeans-2', { garmentType: 'jeans', audience: 'men' }), garment('skirt-1', { garmentType: 'skirt' }),
  garment('coat-1', { garmentType: 'coat', price: { amountMinor: 2_000_000, currency: 'VND' } }),
];

const ask = (request: Partial<RecommendationRequest>, facts: Partial<RecommendationSources> = {}, items = SHOP): Recommendations => (
  recommend({ id: 'r', kind: 'for-you', itemIds: [], limit: 4, diversity: 0, ...request }, sourcesOf(items, facts))
);
const idsOf = ({ items }: Recommendations): readonly string[] => items.map(({ itemId }) => itemId);
const pair = (itemId: string, weight: number, boughtWeight = 0) => ({ itemId, weight, boughtWeight });

describe('for you', () => {
  it('lets the sequence model speak, with the item that moved it as the reason', () => {
    const answer = ask({}, { expect: expecting(ranked('tee-2', 'coat-1', 'jeans-1', 'tee-4'), { 'tee-2': 'tee-1', 'coat-1': 'tee-3' }), history: [...viewed('tee-1'), { itemId: 'tee-3', type: 'purchase' }] });
    expect(answer).toMatchObject({ id: 'r', kind: 'for-you', strategy: 'sequence-model', modelVersion: 'v1' });
    expect(answer.items.map(({ itemId, reason, badge }) => [itemId, reason, badge])).toEqual([
      ['tee-2', { type: 'because-viewed', itemId: 'tee-1' }, 'for-you'], ['coat-1', { type: 'because-bought', itemId: 'tee-3' }, 'for-you'],
      ['jeans-1', { type: 'for-you' }, 'for-you'], ['tee-4', { type: 'for-you' }, 'for-you'],
    ]);
  });

  it('falls back to co-visitation, and names the step with the largest share of the score', () => {
    const followers = followedBy({ 'tee-1': [pair('tee-2', 8), pair('tee-4', 1)], 'coat-1': [pair('tee-4', 9), pair('jeans-1', 1), pair('skirt-1', 1)] });
    const answer = ask({}, { followers, history: viewed('tee-1', 'coat-1') });
    expect(answer.strategy).toBe('co-visitation');
    expect(answer).not.toHaveProperty('modelVersion');
    expect(answer.items.find(({ itemId }) => itemId === 'tee-4')?.reason).toEqual({ type: 'because-viewed', itemId: 'coat-1' });
    expect(answer.items.find(({ itemId }) => itemId === 'tee-2')?.reason).toEqual({ type: 'because-viewed', itemId: 'tee-1' });
  });

  it('compares attributes where the log knows nothing of what was seen', () => {
    expect(ask({}, { history: viewed('tee-1') })).toMatchObject({ strategy: 'history-attributes', items: [{ itemId: 'tee-2', reason: { type: 'similar-to', itemId: 'tee-1' } }, {}, {}, {}] });
  });

  it.each([
    ['an empty session', []], ['items that are gone only', viewed('gone-1', 'gone-2')], ['10,000 times the same item that is gone', viewed(...Array<string>(10_000).fill('gone-1'))],
  ])('shows what is trending, then popular, new or in the catalog, to %s', (_what, history) => {
    expect(ask({}, { history, crowd: crowdOf({ trending: ranked('tee-1', 'tee-2', 'tee-3', 'tee-4') }) })).toMatchObject({ strategy: 'trending', items: [{ reason: { type: 'trending' }, badge: 'trending' }, {}, {}, {}] });
    expect(ask({}, { history, crowd: crowdOf({ trending: ranked('tee-1'), popular: ranked('coat-1', 'tee-1', 'tee-2', 'tee-3') }) })).toMatchObject({ strategy: 'popular' });
    expect(ask({}, { history, crowd: crowdOf({ newest: ranked('coat-1', 'tee-1', 'tee-2', 'tee-3') }) })).toMatchObject({ strategy: 'newest' });
    expect(ask({}, { history })).toMatchObject({ strategy: 'catalog', items: [{ itemId: 'tee-1', reason: { type: 'as-listed' } }, {}, {}, {}] });
  });

  it('answers 10,000 events', () => {
    const history = viewed(...Array.from({ length: 10_000 }, (_, k) => `tee-${1 + (k % 5)}`));
    expect(ask({}, { history, followers: followedBy({ 'tee-5': ['jeans-1', 'jeans-2', 'skirt-1', 'coat-1'].map((id, k) => pair(id, 9 - k)) }) }).strategy).toBe('co-visitation');
  });

  it('names `none` where there is nothing to show', () => {
    expect(ask({}, {}, [])).toEqual({ id: 'r', kind: 'for-you', strategy: 'none', items: [] });
    expect(ask({ kind: 'recently-seen' })).toEqual({ id: 'r', kind: 'recently-seen', strategy: 'none', items: [] });
  });
});

describe('the other kinds', () => {
  it('similar: by attributes, and by what others looked at as well', () => {
    const followers = followedBy({ 'tee-1': [pair('coat-1', 5), pair('tee-3', 4)] });
    const answer = ask({ kind: 'similar', itemIds: ['tee-1'], limit: 6 }, { followers });
    expect(answer.strategy).toBe('similar-items');
    expect(idsOf(answer).slice(0, 2).toSorted()).toEqual(['coat-1', 'tee-3']);
    expect(answer.items.find(({ itemId }) => itemId === 'coat-1')?.reason).toEqual({ type: 'because-viewed', itemId: 'tee-1' });
    expect(answer.items.find(({ itemId }) => itemId === 'tee-2')?.reason).toEqual({ type: 'similar-to', itemId: 'tee-1' });
    expect(idsOf(answer)).not.toContain('tee-1');
  });

  it('recently seen: the shop puts nothing there', () => {
    const rules = { pins: [{ kind: 'recently-seen' as const, place: 1, itemId: 'coat-1' }], exclusions: [] };
    expect(ask({ kind: 'recently-seen', rules })).toMatchObject({ strategy: 'none', items: [] });
    expect(idsOf(ask({ kind: 'recently-seen', rules }, { history: viewed('tee-1') }))).toEqual(['tee-1']);
  });

  it('similar: calls no other type of garment alike', () => {
    const followers = followedBy({ 'tee-1': [pair('tee-3', 400), pair('coat-1', 1), pair('jeans-1', 1)] });
    const answer = ask({ kind: 'similar', itemIds: ['tee-1'], limit: 6 }, { followers });
    const others = answer.items.filter(({ itemId }) => !itemId.startsWith('tee'));
    expect(others.map(({ itemId }) => itemId).toSorted()).toEqual(['coat-1', 'jeans-1']);
    for (const { reason } of others) expect(reason).toEqual({ type: 'because-viewed', itemId: 'tee-1' });
  });

  it('goes-with: what was bought together, not more of the same; else what is worn with it', () => {
    const followers = followedBy({ 'tee-1': [pair('tee-2', 50), pair('jeans-1', 4, 3), pair('skirt-1', 4), pair('coat-1', 2), pair('jeans-2', 1)] });
    const answer = ask({ kind: 'goes-with', itemIds: ['tee-1'] }, { followers });
    expect(answer.items.map(({ itemId, reason }) => [itemId, reason.type])).toEqual([['jeans-1', 'bought-together'], ['skirt-1', 'goes-with'], ['coat-1', 'goes-with'], ['jeans-2', 'goes-with']]);
    const cold = ask({ kind: 'goes-with', itemIds: ['tee-1'], limit: 2 }, { crowd: crowdOf({ popular: ranked('jeans-2', 'skirt-1') }) });
    expect(cold).toMatchObject({ strategy: 'complements', items: [{ itemId: 'skirt-1', reason: { type: 'goes-with', itemId: 'tee-1' } }, { itemId: 'jeans-1' }] });
  });

  it('after-purchase: never what was just bought', () => {
    const followers = followedBy({ 'tee-1': ['jeans-1', 'jeans-2', 'coat-1', 'skirt-1', 'tee-2'].map((id) => pair(id, 3, 1)) });
    const answer = ask({ kind: 'after-purchase', itemIds: ['tee-1', 'jeans-1'] }, { followers });
    expect([answer.strategy, idsOf(answer).toSorted()]).toEqual(['bought-together', ['coat-1', 'jeans-2', 'skirt-1', 'tee-2']]);
  });

  it('rerank: the whole list, what is known first, the rest as it was', () => {
    const list = { kind: 'rerank', itemIds: ['tee-5', 'tee-4', 'tee-3', 'tee-2'] } as const;
    expect(ask(list)).toMatchObject({ strategy: 'as-given', items: list.itemIds.map((itemId) => ({ itemId })) });
    expect(idsOf(ask(list, { crowd: crowdOf({ popular: ranked('coat-1', 'tee-3') }) }))).toEqual(['tee-3', 'tee-5', 'tee-4', 'tee-2']);
    expect(ask(list, { history: viewed('tee-1'), followers: followedBy({ 'tee-1': [pair('tee-2', 1)] }) })).toMatchObject({ strategy: 'rerank-by-history', items: [{ itemId: 'tee-2' }, { itemId: 'tee-5', reason: { type: 'as-listed' } }, {}, {}] });
    expect(ask(list, { expect: expecting(ranked('coat-1', 'tee-4', 'tee-2')) })).toMatchObject({ strategy: 'rerank-by-model', modelVersion: 'v1', items: [{ itemId: 'tee-4' }, { itemId: 'tee-2' }, { itemId: 'tee-5' }, { itemId: 'tee-3' }] });
  });

  it('recently-seen: newest first, once each, not the page itself', () => {
    expect(idsOf(ask({ kind: 'recently-seen', itemIds: ['tee-3'] }, { history: viewed('tee-1', 'tee-2', 'tee-1', 'tee-3') }))).toEqual(['tee-1', 'tee-2']);
  });

  it('second-hand: what is most like the product first, else what is there', () => {
    const listings = [garment('used-coat', { garmentType: 'coat', sizesInStock: ['M'] }), garment('used-tee', { sizesInStock: ['S'] }), garment('used-1', { colours: ['#f0f0f0'], sizesInStock: ['M'] })];
    const answer = ask({ kind: 'second-hand', itemIds: ['tee-1'] }, { listings });
    expect(answer).toMatchObject({ strategy: 'listings-like-this', items: [{ itemId: 'used-tee', badge: 'second-hand', reason: { type: 'similar-to', itemId: 'tee-1' } }, { itemId: 'used-1' }, { itemId: 'used-coat', reason: { type: 'second-hand' } }] });
    expect(ask({ kind: 'second-hand' }, { listings })).toMatchObject({ strategy: 'listings', items: [{ itemId: 'used-coat', reason: { type: 'second-hand' } }, {}, {}] });
    expect(idsOf(ask({ kind: 'second-hand', sizesFor: () => ['S'] }, { listings }))).toEqual(['used-tee']);
  });

  it('popular-in-size: with the size as the reason, else what is popular', () => {
    const crowd = crowdOf({ popular: ranked('coat-1'), popularInSize: (size) => (size === 'M' ? ranked('tee-2', 'tee-1', 'tee-3', 'tee-4') : []) });
    expect(ask({ kind: 'popular-in-size', size: 'M' }, { crowd })).toMatchObject({ strategy: 'popular-in-size', items: [{ itemId: 'tee-2', reason: { type: 'popular-in-size', size: 'M' }, badge: 'popular' }, {}, {}, {}] });
    expect(ask({ kind: 'popular-in-size', size: 'XS', limit: 1 }, { crowd })).toMatchObject({ strategy: 'popular', items: [{ itemId: 'coat-1' }] });
  });
});

describe('used pieces of the catalog', () => {
  const fresh = Array.from({ length: 6 }, (_, k) => garment(`new-${k}`, k === 0 ? {} : { colours: ['#ffffff'] }));
  const used = Array.from({ length: 9 }, (_, k) => garment(`used-${k}`, { condition: 'used', sizesInStock: [k % 2 === 0 ? 'M' : 'S'] }));
  const shop = (items: readonly RecommendableItem[], facts: Partial<RecommendationSources> = {}): RecommendationSources => {
    const sources = sourcesOf(items, facts);
    return { ...sources, listings: sources.catalog.used };
  };
  const countUsed = ({ items }: Recommendations): number => items.filter(({ badge }) => badge === 'second-hand').length;
  const inShop = (asked: Partial<RecommendationRequest>, sources = shop([...used, ...fresh])): Recommendations => recommend({ id: 'r1', kind: 'similar', itemIds: [], limit: 8, ...asked }, sources);

  it('are the newest first, in a size that fits, for second-hand', () => {
    expect(idsOf(inShop({ kind: 'second-hand', diversity: 0, limit: 2 }))).toEqual(['used-8', 'used-7']);
    expect(inShop({ kind: 'second-hand', itemIds: ['new-0'], sizesFor: () => ['S'] })).toMatchObject({ strategy: 'listings-like-this', items: [{ reason: { type: 'similar-to', itemId: 'new-0' }, badge: 'second-hand' }, {}, {}, {}] });
    expect(inShop({ kind: 'second-hand', itemIds: ['used-1'] }).items.map(({ itemId }) => itemId)).not.toContain('used-1');
  });

  it('take a quarter of other lists where enough is new, and the places that are left where it is not', () => {
    expect(countUsed(inShop({ itemIds: ['new-0'], limit: 4, diversity: 0 }))).toBe(1);
    expect(countUsed(inShop({ itemIds: ['new-0'] }))).toBe(3);
    expect(countUsed(inShop({ kind: 'trending', limit: 4 }))).toBe(1);
    expect(inShop({ kind: 'trending', limit: 4 }, shop(used))).toMatchObject({ strategy: 'catalog', items: [{ badge: 'second-hand' }, {}, {}, {}] });
  });

  it('are like any other on the page of a used piece, in a list that is given, and in what was seen', () => {
    const alike = shop([...used, ...fresh], { history: viewed('used-0', 'used-1', 'used-2', 'new-0') });
    expect(countUsed(inShop({ itemIds: ['used-0'], limit: 4, diversity: 0 }, alike))).toBe(3);
    expect(countUsed(inShop({ kind: 'recently-seen', limit: 4 }, alike))).toBe(3);
    expect(idsOf(inShop({ kind: 'rerank', itemIds: ['used-3', 'used-4', 'used-5', 'new-1'], limit: 4 }))).toEqual(['used-3', 'used-4', 'used-5', 'new-1']);
  });

  it('say what they are also where the shop pinned them', () => {
    expect(inShop({ kind: 'trending', rules: { pins: [{ kind: 'trending', place: 1, itemId: 'used-0' }], exclusions: [] } }).items[0]).toEqual({ itemId: 'used-0', reason: { type: 'chosen-by-shop' }, badge: 'second-hand' });
  });
});

describe('what may be shown', () => {
  it('is in stock in a size that fits, in the price range, and neither bought, dismissed nor excluded', () => {
    const items = [garment('a', { sizesInStock: [] }), garment('b', { sizesInStock: ['S'] }), garment('c', { sizesInStock: ['M', 'L'] }), garment('d'), garment('e', { price: { amountMinor: 5, currency: 'USD' } }), garment('f', { price: { amountMinor: 900_000, currency: 'VND' } }), garment('g'), garment('h'), garment('i')];
    const sizesFor = (itemId: string): readonly string[] | undefined => (itemId === 'd' ? undefined : ['M']);
    const answer = ask({
      sizesFor, price: { currency: 'VND', mostMinor: 500_000 }, exclude: ['g'], limit: 9,
      rules: { pins: [{ kind: 'for-you', place: 1, itemId: 'b' }, { kind: 'similar', place: 1, itemId: 'c' }], exclusions: [{ kind: 'for-you', itemId: 'h' }, { kind: 'trending', itemId: 'd' }] },
    }, { history: [{ itemId: 'i', type: 'purchase' }] }, items);
    expect(idsOf(answer)).toEqual(['c', 'd']);
  });

  it('stands where the shop pinned it', () => {
    const rules = { pins: [{ kind: 'trending', place: 3, itemId: 'coat-1' }, { kind: 'trending', place: 1, itemId: 'skirt-1' }] as const, exclusions: [] };
    const answer = ask({ kind: 'trending', rules: { ...rules, pins: [...rules.pins] } }, { crowd: crowdOf({ trending: ranked('tee-1', 'coat-1', 'tee-2', 'tee-3') }) });
    expect(idsOf(answer)).toEqual(['skirt-1', 'tee-1', 'coat-1', 'tee-2']);
    expect(answer.items[0]).toEqual({ itemId: 'skirt-1', reason: { type: 'chosen-by-shop' } });
  });
});
