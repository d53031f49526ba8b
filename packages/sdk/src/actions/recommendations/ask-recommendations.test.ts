import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentState, Product, SnapshotItem } from '@vua/models/contracts';
import { type AskDeps, type Question, askRecommendations } from './ask-recommendations.ts';
import { createMemoryDismissedItems } from './dismissed-items.ts';
import type { ShopperSource } from './shopper-source.ts';

const text = { vi: 'Váy', en: 'Dress' };
const product = (id: string): Product => ({
  id, garmentType: 'dress', audience: 'women', name: text, description: text, material: text, price: { amountMinor: 1, currency: 'VND' }, colours: [{ id: 'ink', name: text, hex: '#101010' }], sizeChartId: 'dress',
});
const FOR_YOU: Question = { kind: 'for-you', itemIds: [], limit: 4 };

function shopper(personalization: ConsentState['personalization'], more: Partial<ShopperSource> = {}): ShopperSource {
  return { consent: { read: () => ({ analytics: 'granted', personalization, statistics: 'unknown' }), onChange: () => () => undefined }, history: async () => [{ itemId: 'a', type: 'purchase' }], ...more };
}

const deps = (more: Partial<AskDeps> = {}): AskDeps => ({
  loadShop: async () => ({ products: ['a', 'b', 'c', 'd', 'e', 'f'].map(product), crowd: undefined }),
  takeSnapshot: async () => undefined, shopper: async () => shopper('granted'), fittingSizes: async () => undefined, dismissed: createMemoryDismissedItems(), world: { now: () => 0 }, ...more,
});

const itemsOf = async (more: Partial<AskDeps> = {}, question: Question = FOR_YOU): Promise<readonly string[]> => {
  const answer = await askRecommendations(question, deps(more));
  return answer.status === 'answered' ? answer.answer.items.map(({ itemId }) => itemId) : [answer.status];
};

describe('an answer of the device', () => {
  it('has an id that tells nothing of the shopper: that of all such answers of its day', async () => {
    const idOf = async (more: Partial<AskDeps>): Promise<unknown> => {
      const answer = await askRecommendations(FOR_YOU, deps(more));
      return answer.status === 'answered' ? answer.answer.id : undefined;
    };
    const other = shopper('granted', { history: async () => [{ itemId: 'f', type: 'view_item' }] });
    const nextDay = { now: () => 86_400_000 };
    expect(await Promise.all([idOf({}), idOf({ shopper: async () => other }), idOf({ shopper: async () => other, world: nextDay })])).toEqual([
      '1970-01-01.for-you.history-attributes.', '1970-01-01.for-you.history-attributes.', '1970-01-02.for-you.history-attributes.',
    ]);
  });

  it('leaves out what was bought and dismissed', async () => {
    const dismissed = createMemoryDismissedItems();
    dismissed.add('b');
    expect(await itemsOf({ dismissed })).toEqual(['c', 'd', 'e', 'f']);
  });

  it.each(['denied', 'unknown'] as const)('asks neither history nor model where personalization is %s', async (personalization) => {
    const refuse = async (): Promise<never> => { throw new Error('asked'); };
    const answer = await askRecommendations(FOR_YOU, deps({ shopper: async () => shopper(personalization, { history: refuse, expect: refuse }) }));
    expect(answer).toMatchObject({ status: 'answered', answer: { strategy: 'catalog' } });
  });

  it('lets the model speak, and the next strategy where the model fails', async () => {
    const items = ['f', 'e', 'd', 'c'].map((itemId, place) => ({ itemId, score: -place }));
    const expects = { expect: async () => ({ modelVersion: 'v7', items, causeOf: () => 'a' }) };
    expect(await askRecommendations(FOR_YOU, deps({ shopper: async () => shopper('granted', expects) }))).toMatchObject({ answer: { strategy: 'sequence-model', modelVersion: 'v7' } });
    const fails = { expect: async () => Promise.reject(new Error('lost')) };
    expect(await askRecommendations(FOR_YOU, deps({ shopper: async () => shopper('granted', fails) }))).toMatchObject({ answer: { strategy: 'history-attributes' } });
  });

  it.each([['small', 30], ['large', 140]])('tells the server of a %s shop the same, whatever the shopper did, hid, or the model expects', async (_what, size) => {
    const ids = Array.from({ length: size }, (_, k) => `p${k}`);
    const askedFor = async (history: readonly string[], hidden: readonly string[], question: Question, personalization: ConsentState['personalization']): Promise<readonly string[]> => {
      const asked: (readonly string[])[] = [];
      const dismissed = createMemoryDismissedItems();
      hidden.forEach((itemId) => dismissed.add(itemId));
      const items = history.map((itemId, place) => ({ itemId, score: -place }));
      const known = shopper(personalization, { history: async () => history.map((itemId) => ({ itemId, type: 'view_item' })), expect: async () => ({ modelVersion: 'v', items, causeOf: () => undefined }) });
      await askRecommendations(question, deps({ dismissed, shopper: async () => known, loadShop: async () => ({ products: ids.map(product), crowd: undefined }), takeSnapshot: async (itemIds) => void asked.push(itemIds) }));
      return asked.flat();
    };
    const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 6 });
    await fc.assert(fc.asyncProperty(some, some, fc.constantFrom<Question['kind']>('for-you', 'recently-seen', 'trending', 'similar'), async (history, hidden, kind) => {
      const question: Question = { kind, itemIds: kind === 'similar' ? ['p1'] : [], limit: 4 };
      expect(await askedFor(history, hidden, question, 'granted')).toEqual(await askedFor([], [], question, 'denied'));
    }), { numRuns: 40 });
  });

  it('leaves out what the server does not sell any more, and shows what it was not asked about as the product list has it', async () => {
    const sold = new Set(['b', 'c']);
    const asked = new Set(['b', 'c', 'd']);
    const item = (id: string): SnapshotItem => ({ id, price: { amountMinor: 1, currency: 'VND' }, sales: [], sizes: [{ label: 'M', inStock: true }] });
    expect(await itemsOf({ takeSnapshot: async () => ({ asked, aheadMs: 0, items: new Map([...sold].map((id) => [id, item(id)])) }) })).toEqual(['b', 'c', 'e', 'f']);
  });

  it('asks for the same prices whatever fits', async () => {
    const asked: (readonly string[])[] = [];
    const takeSnapshot = async (itemIds: readonly string[]): Promise<undefined> => void asked.push(itemIds);
    const fits = async (): Promise<ReadonlyMap<string, readonly string[]>> => new Map([['b', []], ['c', ['M']]]);
    expect(await itemsOf({ takeSnapshot })).toContain('b');
    expect(await itemsOf({ takeSnapshot, fittingSizes: fits })).not.toContain('b');
    expect(asked[0]).toEqual(asked[1]);
  });

  it('says why there is nothing', async () => {
    const nothingFits: AskDeps['fittingSizes'] = async (products) => new Map(products.map(({ id }) => [id, []]));
    expect(await askRecommendations(FOR_YOU, deps({ fittingSizes: nothingFits }))).toMatchObject({ status: 'empty', why: 'nothing-fits' });
    expect(await itemsOf({ loadShop: async () => undefined })).toEqual(['unavailable']);
  });
});
