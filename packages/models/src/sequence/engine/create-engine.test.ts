import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normal, seededRandom } from '../../../training/body/random.ts';
import { type TransformerScorer, openTransformer } from '../../../training/sequence/transformer-scorer.ts';
import { initialParameters } from '../initial-parameters.ts';
import type { StepWindow } from '../pack-batch.ts';
import type { SequenceShape } from '../sequence-shape.ts';
import { createEngine } from './create-engine.ts';

const SHAPE: SequenceShape = { items: 40, width: 16, blocks: 2, heads: 2, feedForward: 24, length: 12, sideInputs: [{ name: 'type', size: 4 }], eventTypes: 4 };

const random = seededRandom(4);
const parameters = Object.fromEntries(Object.entries(initialParameters(SHAPE, () => normal(random))).map(([name, values]) => [
  name, values.map((value) => value * (/weight|gain/.test(name) ? 1 : 20) + (name.endsWith('bias') ? 0.1 * normal(random) : 0)),
]));
const drawn = (length: number, below: number): Int32Array => Int32Array.from({ length }, () => Math.floor(random() * below));
const session = (length: number): StepWindow => ({ items: drawn(length, SHAPE.items), sides: { type: drawn(length, 4) } });
const cut = ({ items, sides: { type = new Int32Array(0) } }: StepWindow, length: number): StepWindow => ({ items: items.subarray(0, length), sides: { type: type.subarray(0, length) } });

let graph: TransformerScorer;
beforeAll(async () => { graph = await openTransformer(SHAPE, parameters); });
afterAll(() => graph.close());

/** Largest distance from what the ONNX graph says. */
async function distance(engine: ReturnType<typeof createEngine>, history: StepWindow): Promise<number> {
  const [wanted = new Float32Array(0)] = await graph.scoreMany([history]);
  const scores = new Float32Array(SHAPE.items);
  engine.score(history, scores);
  return Math.max(...scores.map((score, item) => Math.abs(score - (wanted[item] ?? NaN))));
}

describe('the engine without a runtime', () => {
  it('says what the ONNX graph says, to 1e-4, at once and step by step', async () => {
    const growing = createEngine(SHAPE, parameters);
    const history = session(SHAPE.length);
    for (let length = 1; length <= SHAPE.length; length += 1) {
      expect(await distance(growing, cut(history, length))).toBeLessThan(1e-4);
      expect(await distance(createEngine(SHAPE, parameters), cut(history, length))).toBeLessThan(1e-4);
    }
  });

  it('follows when a session is asked for again, gets shorter, changes or outgrows the window', async () => {
    const engine = createEngine(SHAPE, parameters);
    const [first, other, long] = [session(8), session(5), session(30)];
    for (const history of [first, first, cut(first, 3), first, other, long, cut(long, 29), cut(first, 1)]) expect(await distance(engine, history)).toBeLessThan(1e-4);
  });

  it('foretells the next event as the graph does', async () => {
    const history = session(7);
    const [wanted = new Float32Array(0)] = await graph.eventsMany([history]);
    const chances = createEngine(SHAPE, parameters).events(history) ?? new Float32Array(0);
    expect(Math.max(...chances.map((chance, type) => Math.abs(chance - (wanted[type] ?? NaN))))).toBeLessThan(1e-4);
    expect(chances.reduce((sum, chance) => sum + Math.exp(chance), 0)).toBeCloseTo(1, 5);
  });

  it('gives a vector whose products with item embeddings are the scores', () => {
    const [engine, history, scores] = [createEngine(SHAPE, parameters), session(4), new Float32Array(SHAPE.items)];
    engine.score(history, scores);
    const vector = engine.sessionVector(history) ?? new Float32Array(0);
    expect(vector.reduce((sum, value, k) => sum + value * (parameters.items?.[5 * SHAPE.width + k] ?? NaN), 0)).toBeCloseTo(scores[5] ?? NaN, 4);
  });

  it('has an answer to an empty session', () => {
    const [engine, scores] = [createEngine(SHAPE, parameters), new Float32Array(SHAPE.items).fill(7)];
    engine.score(session(0), scores);
    expect([...new Set(scores)]).toEqual([0]);
    expect([engine.events(session(0)), engine.sessionVector(session(0))]).toEqual([undefined, undefined]);
  });
});
