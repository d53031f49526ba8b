import { type OpenedModel, createHistoryEncoder, dot, topItems } from '@vua/models/sequence';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../sessions/index.ts';
import type { AskByVector, RankedItem, VectorQuestion } from './ask-by-vector.ts';
import { LARGE_CATALOG_ITEMS } from './choose-engine.ts';
import type { ModelFault } from './device-model.ts';
import { openPureRanker } from './pure-ranker.ts';
import { type Ranking, type RankingDeps, createShopperRanking } from './shopper-ranking.ts';
import { sampleModel } from './testing/sample-model.ts';
import { vectorSteps } from './vector-steps.ts';

const momentOf = (itemId: string, k: number): Moment => ({ eventId: `e${k}`, line: 0, sessionId: 's', timeMs: k * 20_000, type: 'view_item', itemId, priceBucket: 3, category: 'Belts' });
const SEEN = ['item-3', 'item-9', 'item-4'];
const never: AskByVector = async () => { throw new Error('nothing may be sent'); };

/** The sample model with so many items in its shape that the server would be asked. */
function largeModel(): OpenedModel {
  const model = sampleModel();
  return { ...model, manifest: { ...model.manifest, shape: { ...model.manifest.shape, items: LARGE_CATALOG_ITEMS + 1 } } };
}

/** The exact list for the vector as it is sent. */
function serverAnswer({ vector, limit }: VectorQuestion): readonly RankedItem[] {
  const { parameters, manifest: { shape } } = sampleModel();
  const sent = Float32Array.from(vectorSteps(vector), (steps) => steps / 64);
  const scores = Float32Array.from({ length: shape.items }, (_, item) => dot(sent, 0, parameters['items'] ?? new Float32Array(0), item * shape.width, shape.width));
  return topItems(scores, limit).map(({ item, score }) => ({ itemId: `item-${item}`, score }));
}

const itemsOf = (ranking: Ranking): readonly string[] => (ranking.status === 'ranked' ? ranking.items.map(({ itemId }) => itemId) : []);

function open({ seen = SEEN, model = sampleModel(), ...deps }: Partial<RankingDeps> & { readonly seen?: readonly string[]; readonly model?: OpenedModel } = {}) {
  const ranker = openPureRanker(sampleModel());
  return createShopperRanking({
    sequence: { read: async () => seen.map(momentOf), close: () => undefined }, openModel: async () => ({ opened: model, ranker }), askByVector: never, maySend: () => true, ...deps,
  });
}

describe('a shopper\'s ranking', () => {
  it('is the model\'s, without what was seen', async () => {
    const model = sampleModel();
    const window = createHistoryEncoder(model)(SEEN.map(momentOf));
    const best = await openPureRanker(model).best(window, 5, new Set(window.items));
    const wanted = best.map(({ item, score }) => ({ itemId: `item-${item}`, score }));
    expect(await open().rank(5)).toEqual({ status: 'ranked', modelVersion: model.manifest.version, by: 'device', items: wanted });
  });

  it('orders the items that are asked for, seen or not, and leaves out those it does not know', async () => {
    const ranking = await open().rank(10, ['item-3', 'item-20', 'what', 'item-1']);
    expect(ranking.status === 'ranked' && ranking.items.map(({ itemId }) => itemId).toSorted()).toEqual(['item-1', 'item-20', 'item-3']);
  });

  it('says which item of the history each of a list is due to, and nothing of what it does not know', async () => {
    const causes = await open().causes(['item-20', 'what', 'item-1', 'item-7', 'item-20']);
    expect(causes.size).toBeGreaterThan(0);
    for (const [itemId, causeId] of causes) expect([['item-20', 'item-1', 'item-7'].includes(itemId), SEEN.includes(causeId)]).toEqual([true, true]);
    expect(await open({ seen: [] }).causes(['item-1'])).toEqual(new Map());
    expect(await open({ openModel: async () => 'offline' }).causes(['item-1'])).toEqual(new Map());
  });

  it('names no item that the model does not know', async () => {
    const [known, unknown] = [momentOf('item-3', 0), momentOf('new-belt', 1)];
    const causes = await open({ sequence: { read: async () => [known, unknown], close: () => undefined } }).causes(Array.from({ length: 40 }, (_, k) => `item-${k}`));
    expect(new Set(causes.values())).toEqual(new Set(['item-3']));
  });

  it('foretells the next step', async () => {
    const chances = await open().nextTypes();
    expect(Object.values(chances ?? {}).reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1);
    expect(chances?.add_to_cart).toBeGreaterThan(0);
  });

  it.each([['of nothing', []], ['of unknown items alone', ['x', 'y']]])('says that it knows nothing %s', async (_what, seen) => {
    const moments = seen.map((itemId, k) => ({ ...momentOf(itemId, k), category: 'Coats', priceBucket: 0 }));
    expect(await open({ sequence: { read: async () => moments, close: () => undefined } }).rank(5)).toEqual({ status: 'unavailable', reason: 'nothing-known' });
  });

  it('tells why there is no model, and asks again the next time', async () => {
    const answers: ModelFault[] = ['offline', 'no-model'];
    const ranking = open({ openModel: async () => answers.shift() ?? { opened: sampleModel(), ranker: openPureRanker(sampleModel()) } });
    expect(await ranking.rank(5)).toEqual({ status: 'unavailable', reason: 'offline' });
    expect(await ranking.rank(5)).toEqual({ status: 'unavailable', reason: 'no-model' });
    expect(await ranking.rank(5)).toMatchObject({ status: 'ranked' });
  });

  it('takes 10,000 steps', async () => {
    expect(await open({ seen: Array.from({ length: 10_000 }, (_, k) => `item-${k % 13}`) }).rank(5)).toMatchObject({ status: 'ranked' });
  });
});

describe('a large catalog', () => {
  it('sends the vector, the version and how many it wants, and nothing else, and lists what the device would', async () => {
    const sent: VectorQuestion[] = [];
    const askByVector: AskByVector = async (question) => {
      sent.push(question);
      return serverAnswer(question);
    };
    const [own, asked] = [await open().rank(5), await open({ model: largeModel(), askByVector }).rank(5)];
    expect(asked).toMatchObject({ status: 'ranked', by: 'server' });
    expect(itemsOf(asked)).toEqual(itemsOf(own));
    expect(sent).toEqual([{ modelVersion: '0123456789ab', vector: expect.any(Float32Array) as Float32Array, limit: 5 + SEEN.length }]);
  });

  it('asks for no more than the server gives', async () => {
    const sent: VectorQuestion[] = [];
    await open({ model: largeModel(), seen: Array.from({ length: 40 }, (_, k) => `item-${k}`), askByVector: async (question) => { sent.push(question); return []; } }).rank(90);
    expect(sent.map(({ limit }) => limit)).toEqual([100]);
  });

  it('ranks on the device where what was seen takes the places of all that the server gives', async () => {
    const full = Array.from({ length: 100 }, (_, k) => ({ itemId: SEEN[k % SEEN.length] ?? '', score: 1 }));
    const ranking = await open({ model: largeModel(), askByVector: async () => full }).rank(5);
    expect(ranking).toMatchObject({ status: 'ranked', by: 'device' });
    expect(itemsOf(ranking)).toEqual(itemsOf(await open().rank(5)));
  });

  it('leaves out what the answer names and the model does not know', async () => {
    const ranking = await open({ model: largeModel(), askByVector: async (question) => [{ itemId: 'new', score: 99 }, ...serverAnswer(question)] }).rank(5);
    expect(itemsOf(ranking)).toEqual(itemsOf(await open().rank(5)));
  });

  it.each<[string, Partial<RankingDeps>]>([['the shopper does not allow it', { maySend: () => false }], ['the server has no answer', { askByVector: async () => undefined }]])('is ranked on the device where %s', async (_what, deps) => {
    expect(await open({ model: largeModel(), ...deps }).rank(5)).toMatchObject({ status: 'ranked', by: 'device' });
  });
});
