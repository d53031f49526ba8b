import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HistoryStep, type OpenedModel, type SequenceShape, type ShippedMethod, createEngine, createHistoryEncoder, createShippedScorer, fitPartner, initialParameters, nextWindow, priceBucketOf, topItems } from '../sequence/index.ts';
import { unknownRows } from '../sequence/unknown-items.ts';
import { createExpecter } from './create-expecter.ts';
import { createCatalog } from './catalog.ts';
import { garment, viewed } from './testing/sample-sources.ts';

const SHAPE: SequenceShape = {
  items: 30, width: 8, blocks: 1, heads: 1, feedForward: 8, length: 10, eventTypes: 0,
  sideInputs: [{ name: 'type', size: 10 }, { name: 'price', size: 44 }, { name: 'category', size: 4 }, { name: 'gap', size: 13 }],
};
const NOTHING = createCatalog([]);
const vocabulary = Array.from({ length: SHAPE.items }, (_, k) => `i${k}`);

function modelOf(shipped: ShippedMethod): OpenedModel {
  let state = 1;
  const draw = (): number => { state = (state * 16807) % 2147483647; return state / 1073741823 - 1; };
  const parameters = Object.fromEntries(Object.entries(initialParameters(SHAPE, draw)).map(([name, values]) => [name, values.map((value) => 20 * value)]));
  // Whoever was at 3 went on to 17, and from 5 to 18.
  const partner = fitPartner('coVisitation', [[3, 17], [3, 17], [5, 18], [5, 18]].map((items) => ({ items: Int32Array.from(items), sides: {} })), SHAPE.items);
  const manifest: OpenedModel['manifest'] = {
    kind: 'sequence/1', version: 'abc123', seed: 1, split: 'all', shape: SHAPE, sideNames: { category: ['tee', 'skirt', 'coat'] }, settings: {}, shipped, data: { sha256: '', format: 'events', sequences: 4, steps: 8, items: 30, skippedLines: 0 },
    training: { steps: 1, epochs: 1, wallMs: 1 }, validation: { cases: 0, filtersSeen: true, shipped: { ndcg10: 0, hr10: 0 }, methods: {} }, files: [],
  };
  return { manifest, parameters, unknown: Float32Array.from({ length: unknownRows(SHAPE) * SHAPE.width }, draw), partner, vocabulary };
}

describe('what a model expects', () => {
  it('is nothing where it knows nothing of the history', () => {
    expect(createExpecter(modelOf({ method: 'transformer' }))(viewed('gone'), NOTHING)(5)).toBeUndefined();
    expect(createExpecter(modelOf({ method: 'transformer' }))([], NOTHING)(5)).toBeUndefined();
  });

  it.each<ShippedMethod>([{ method: 'transformer' }, { method: 'coVisitation' }, { method: 'blend', partner: 'coVisitation', weight: 3 }])('leaves out what was seen, and answers the same again: $method', (shipped) => {
    const expecter = createExpecter(modelOf(shipped));
    const ask = () => expecter(viewed('i3', 'gone', 'i5'), NOTHING)(40);
    const answer = ask();
    expect(answer?.modelVersion).toBe('abc123');
    expect(answer?.items.map(({ itemId }) => itemId)).not.toContain('i3');
    // Without the transformer nothing is known of the others.
    expect(answer?.items).toHaveLength(shipped.method === 'coVisitation' ? 2 : 28);
    expecter(viewed('i9'), NOTHING)(3);
    expect(ask()?.items).toEqual(answer?.items);
  });

  it('names as the cause what the item would not be there without', () => {
    const expectation = createExpecter(modelOf({ method: 'coVisitation' }))(viewed('i9', 'i3', 'i5'), NOTHING)(2);
    expect(expectation?.items.map(({ itemId }) => itemId).toSorted()).toEqual(['i17', 'i18']);
    expect([expectation?.causeOf('i17'), expectation?.causeOf('i18'), expectation?.causeOf('i9')]).toEqual(['i3', 'i5', undefined]);
  });

  it('ranks a list that is given, seen or not', () => {
    const expectation = createExpecter(modelOf({ method: 'blend', partner: 'coVisitation', weight: 50 }))(viewed('i3'), NOTHING)(9, ['i1', 'gone', 'i17', 'i3']);
    expect(expectation?.items[0]?.itemId).toBe('i17');
    expect(expectation?.items.map(({ itemId }) => itemId).toSorted()).toEqual(['i1', 'i17', 'i3']);
  });

  it('takes the products from elsewhere where told so', () => {
    const [plain, other] = [undefined, (_vector: Float32Array, scores: Float32Array) => { scores.fill(0); scores[7] = 1; }].map((scoreVector) => createExpecter(modelOf({ method: 'transformer' }), scoreVector)(viewed('i3'), NOTHING)(1)?.items[0]?.itemId);
    expect([other, plain === undefined]).toEqual(['i7', false]);
  });
});

describe('what the model is shown', () => {
  const TYPES = ['tee', 'skirt', 'coat', 'dress'] as const;
  const ids = [...vocabulary.slice(0, 6), 'new-0', 'new-1', 'new-2', 'new-3', 'gone'];
  const catalog = createCatalog(ids.filter((id) => id !== 'gone').map((id, k) => garment(id, { garmentType: TYPES[k % 4], price: { amountMinor: 10 ** (2 + (k % 5)), currency: 'VND' } })));
  /** As the device remembers it of the events of the shop's pages; it knows times, which no request tells. */
  const remembered = ({ itemId, type }: HistoryStep): HistoryStep => {
    const item = catalog.find(itemId);
    return { itemId, type, priceBucket: item === undefined ? 0 : priceBucketOf(item), ...(item && { category: item.garmentType }) };
  };

  it.each<ShippedMethod>([{ method: 'transformer' }, { method: 'blend', partner: 'coVisitation', weight: 1, again: [1, -1] }])('is on the server what it is on a device, prices, categories, repeats and unknown items included: $method', (shipped) => {
    const model = modelOf(shipped);
    const [expecter, encode] = [createExpecter(model), createHistoryEncoder(model)];
    const scorer = createShippedScorer(model, createEngine(SHAPE, model.parameters, model.unknown));
    const scores = new Float32Array(SHAPE.items);
    fc.assert(fc.property(fc.array(fc.record({ itemId: fc.constantFrom(...ids), type: fc.constantFrom('view_item' as const, 'add_to_cart' as const) }), { maxLength: 25 }), (history) => {
      const onDevice = encode(history.map(remembered));
      if (onDevice.items.length > 0) scorer(nextWindow(undefined, onDevice, SHAPE.length), scores);
      const best = topItems(scores, 30, (item) => onDevice.items.includes(item)).map(({ item, score }) => ({ itemId: vocabulary[item], score }));
      expect(expecter(history, catalog)(30)?.items).toEqual(onDevice.items.length === 0 ? undefined : best);
    }));
  });
});

it('finds the largest as a full sort does', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 90 }), fc.nat(12), fc.integer({ min: 1, max: 20 }), (values, limit, shown) => {
    const sorted = values.map((score, item) => ({ item, score })).filter(({ item }) => item % 20 < shown).toSorted((a, b) => b.score - a.score || a.item - b.item).slice(0, limit);
    expect(topItems(Float32Array.from(values), limit, (item) => item % 20 >= shown)).toEqual(sorted);
  }));
});
