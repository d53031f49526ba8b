import { describe, expect, it } from 'vitest';
import { normal, seededRandom } from '../../training/body/random.ts';
import { openGraph } from '../../training/sequence/open-graph.ts';
import { type Softmax, buildTrainingGraph } from './build-training-graph.ts';
import { collectGradients } from './collect-gradients.ts';
import { initialParameters } from './initial-parameters.ts';
import { packBatch } from './pack-batch.ts';
import { parameterShapes } from './parameter-shapes.ts';
import type { SequenceShape } from './sequence-shape.ts';
import { type RowTargets, trainingFeeds } from './training-feeds.ts';

const BASE: SequenceShape = { items: 11, width: 8, blocks: 2, heads: 1, feedForward: 12, length: 6, sideInputs: [], eventTypes: 0 };
const RICH: SequenceShape = { ...BASE, heads: 2, sideInputs: [{ name: 'type', size: 3 }, { name: 'price', size: 4 }], eventTypes: 3 };

/** A batch of three sequences of different length, everything drawn by seed. */
function problem(shape: SequenceShape, softmax: Softmax, dropout: boolean) {
  const random = seededRandom(5);
  const draw = (below: number): number => Math.floor(random() * below);
  const drawn = (count: number, below: number): Int32Array => Int32Array.from({ length: count }, () => draw(below));
  const batch = packBatch([6, 3, 1].map((steps) => ({
    items: drawn(steps, shape.items), sides: Object.fromEntries(shape.sideInputs.map(({ name, size }) => [name, drawn(steps, size)])),
  })), shape);
  const events = new Float32Array(batch.rows * shape.eventTypes);
  for (let row = 0; row < batch.rows && shape.eventTypes > 0; row += 1) events[row * shape.eventTypes + draw(shape.eventTypes)] = 1;
  const targets: RowTargets = {
    items: drawn(batch.rows, shape.items),
    // One row does not count, as where nothing is known of what came next.
    weights: Float32Array.from({ length: batch.rows }, (_, row) => (row === 2 ? 0 : 0.05 + random() * 0.2)),
    ...(softmax === 'sampled' ? { negatives: { items: drawn(5, shape.items), logits: Float32Array.from({ length: 5 }, random) } } : {}),
    ...(shape.eventTypes > 0 ? { events, eventWeights: Float32Array.from({ length: batch.rows }, () => random() * 0.3) } : {}),
  };
  // Larger than at the start of training: gradients stand out of float32's noise.
  const parameters = Object.fromEntries(Object.entries(initialParameters(shape, () => normal(random))).map(([name, values]) => [
    name, values.map((value) => value * (name.endsWith('.weight') || name.endsWith('.gain') ? 1 : 20) + (name.endsWith('.bias') ? normal(random) * 0.1 : 0)),
  ]));
  // Half of the hidden units on, half off, all far from the bend, where a difference says nothing.
  for (const [name, values] of Object.entries(parameters)) if (name.endsWith('widen.bias')) values.forEach((_, k) => { values[k] = k % 2 === 0 ? 5 : -5; });
  const maskRandom = seededRandom(9);
  const masks = new Map<number, Float32Array>();
  let asked = 0;
  const drawMask = (count: number): Float32Array => {
    const mask = masks.get(asked) ?? Float32Array.from({ length: count }, () => (maskRandom() < 0.25 ? 0 : 1 / 0.75));
    masks.set(asked, mask);
    asked += 1;
    return mask;
  };
  const feeds = () => {
    asked = 0;
    return trainingFeeds(batch, targets, parameters, shape, dropout ? drawMask : undefined);
  };
  return { batch, targets, parameters, feeds };
}

async function worstError(shape: SequenceShape, softmax: Softmax, dropout: boolean): Promise<Record<string, number>> {
  const { batch, targets, parameters, feeds } = problem(shape, softmax, dropout);
  const graph = await openGraph(buildTrainingGraph(shape, softmax, dropout));
  const lossOf = async (): Promise<number> => {
    const { itemLoss, eventLoss } = await graph.run(feeds());
    return (itemLoss?.[0] ?? NaN) + (eventLoss?.[0] ?? 0);
  };
  const gradients = collectGradients(await graph.run(feeds()), batch, targets, shape);
  const errors: Record<string, number> = {};
  for (const [name, values] of Object.entries(parameters)) {
    const analytic = gradients[name] ?? new Float32Array(0);
    // The key's bias has no effect at all, hence the least scale.
    const scale = Math.max(...analytic.map(Math.abs), 0.02);
    errors[name] = 0;
    for (const index of picked(values.length)) {
      const numeric = await slope(values, index, lossOf);
      errors[name] = Math.max(errors[name], Math.abs(numeric - (analytic[index] ?? NaN)) / scale);
    }
  }
  await graph.close();
  return errors;
}

/** Central difference with a step that float32 can bear. */
async function slope(values: Float32Array, index: number, lossOf: () => Promise<number>): Promise<number> {
  const [step, before] = [4e-3, values[index] ?? 0];
  values[index] = before + step;
  const above = await lossOf();
  values[index] = before - step;
  const below = await lossOf();
  values[index] = before;
  return (above - below) / (2 * step);
}

/** Every entry of a small tensor, each seventh of a larger one. */
const picked = (count: number): number[] => Array.from({ length: count }, (_, k) => k).filter((k) => count <= 24 || k % 7 === 0);

describe('the training graph', () => {
  it.each<[string, SequenceShape, Softmax, boolean]>([
    ['full softmax', BASE, 'full', false],
    ['full softmax, heads, side inputs, event head, dropout', RICH, 'full', true],
    ['sampled softmax, dropout', RICH, 'sampled', true],
  ])('has the gradients that differences of its loss show: %s', async (_what, shape, softmax, dropout) => {
    const errors = await worstError(shape, softmax, dropout);
    expect(Object.keys(errors)).toEqual(Object.keys(parameterShapes(shape)));
    expect(Object.entries(errors).filter(([, error]) => !(error < 0.01))).toEqual([]);
  });
});
