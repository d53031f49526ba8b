import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normal, seededRandom } from '../../training/body/random.ts';
import { type OpenGraph, openGraph } from '../../training/sequence/open-graph.ts';
import { buildDeployGraph } from './build-deploy-graph.ts';
import { type ItemQuestion, deployFeeds } from './deploy-feeds.ts';
import { createEngine } from './engine/create-engine.ts';
import { initialParameters } from './initial-parameters.ts';
import { packBatch, type StepWindow } from './pack-batch.ts';
import { dequantizeModel, dequantizeUnknown, quantizeModel } from './quantize-model.ts';
import { DEFAULT_SHAPE, type SequenceShape } from './sequence-shape.ts';
import { unknownRows } from './unknown-items.ts';

const SHAPE: SequenceShape = { items: 60, width: 16, blocks: 2, heads: 2, feedForward: 24, length: 12, sideInputs: [{ name: 'type', size: 4 }, { name: 'category', size: 5 }], eventTypes: 4 };

const random = seededRandom(9);
function randomTensors(shape: SequenceShape, spread = 20) {
  const parameters = Object.fromEntries(Object.entries(initialParameters(shape, () => normal(random))).map(([name, values]) => [name, values.map((value) => value * (/weight|gain/.test(name) ? 1 : spread))]));
  return quantizeModel(parameters, Float32Array.from({ length: unknownRows(shape) * shape.width }, (_, k) => (k < shape.width ? 0 : normal(random))), shape);
}
const tensors = randomTensors(SHAPE);
const drawn = (length: number, below: number): Int32Array => Int32Array.from({ length }, () => Math.floor(random() * below));
const session = (length: number, items = SHAPE.items): StepWindow => ({ items: drawn(length, items), sides: { type: drawn(length, 4), category: drawn(length, 5) } });
const engine = createEngine(SHAPE, dequantizeModel(tensors, SHAPE) ?? {}, dequantizeUnknown(tensors, SHAPE));

let graph: OpenGraph;
beforeAll(async () => { graph = await openGraph(buildDeployGraph(SHAPE, tensors)); });
afterAll(() => graph.close());

const ALL = Int32Array.from({ length: SHAPE.items }, (_, item) => item);
const ask = (sessions: readonly StepWindow[], question: ItemQuestion) => graph.run(deployFeeds(packBatch(sessions, SHAPE), question, SHAPE));
const distance = (left: ArrayLike<number>, right: ArrayLike<number>): number => Math.max(...Array.from(left, (value, k) => Math.abs(value - (right[k] ?? NaN))));

describe('the ONNX file', () => {
  it('says what the engine without a runtime says of the same 8 bits, to 1e-4, unknown items included', async () => {
    for (const history of [session(1), session(5), session(SHAPE.length), session(9, SHAPE.items + unknownRows(SHAPE))]) {
      const { wantedScores: scores = [], hidden = [], eventScores = [] } = await ask([history], { top: 1, wanted: ALL });
      const wanted = new Float32Array(SHAPE.items);
      engine.score(history, wanted);
      expect(distance(wanted, scores)).toBeLessThan(1e-4);
      expect(distance(engine.sessionVector(history) ?? [], hidden)).toBeLessThan(1e-4);
      expect((eventScores[1] ?? NaN) - (eventScores[0] ?? NaN)).toBeCloseTo((engine.events(history)?.[1] ?? NaN) - (engine.events(history)?.[0] ?? NaN), 4);
    }
  });

  it('ranks the best items itself, for several sessions at once', async () => {
    const top = 7;
    const { wantedScores: scores = new Float32Array(0), topItems, topScores } = await ask([session(4), session(7)], { top, wanted: ALL });
    for (const row of [0, 1]) {
      const of = scores.subarray(row * SHAPE.items, (row + 1) * SHAPE.items);
      const best = Array.from(of.keys()).sort((a, b) => (of[b] ?? 0) - (of[a] ?? 0)).slice(0, top);
      expect(Array.from(topItems?.subarray(row * top, (row + 1) * top) ?? [])).toEqual(best);
      expect(Array.from(topScores?.subarray(row * top, (row + 1) * top) ?? [])).toEqual(best.map((item) => of[item]));
    }
  });

  it('gives the scores of the items that are asked for, and no more of the best than there are', async () => {
    const sessions = [session(4), session(7)];
    const all = (await ask(sessions, { top: 1, wanted: ALL })).wantedScores ?? [];
    const { wantedScores, topItems } = await ask(sessions, { top: 1e6, wanted: Int32Array.of(9, 2, 9) });
    expect([...wantedScores ?? []]).toEqual([9, 2, 9, SHAPE.items + 9, SHAPE.items + 2, SHAPE.items + 9].map((at) => all[at]));
    expect(topItems).toHaveLength(2 * SHAPE.items);
    expect((await ask(sessions, { top: 1, wanted: new Int32Array(0) })).wantedScores).toHaveLength(0);
  });

  it.each([[3416, 600_000], [50_000, 4_000_000]])('is small: %i items in at most %i bytes', (items, most) => {
    const shape: SequenceShape = { ...DEFAULT_SHAPE, items, sideInputs: [{ name: 'type', size: 10 }, { name: 'price', size: 44 }, { name: 'category', size: 256 }], eventTypes: 10 };
    expect(buildDeployGraph(shape, randomTensors(shape, 1)).length).toBeLessThanOrEqual(most);
  });
});
