import { clipScale, emptyAdam, stepAdam } from './adam.ts';
import { collectGradients } from './collect-gradients.ts';
import { cutWindow } from './cut-window.ts';
import type { RunGraph } from './graph-feed.ts';
import { type StepWindow, packBatch } from './pack-batch.ts';
import { type Parameters, sideTable } from './parameter-shapes.ts';
import type { SequenceShape } from './sequence-shape.ts';
import { trainingFeeds } from './training-feeds.ts';

/** How a model is tuned to one shopper. */
export interface FineTuning {
  /** Steps of Adam, each over the whole history. */
  readonly steps: number;
  readonly rate: number;
  /** `encoder`: all but the tables of embeddings, so that what an item is stays as the shop's log told. */
  readonly part: 'encoder' | 'all';
  /** A shorter history is not learned from. */
  readonly leastSteps: number;
}

export const FINE_TUNING: FineTuning = { steps: 5, rate: 3e-4, part: 'encoder', leastSteps: 20 };

/** Longest gradient, as in training. */
const CLIP = 1;

/**
 * The parameters after a few steps on what one shopper did; those given stay as they are. Undefined where the history is too short.
 * @param run the training graph of the same shape, with full softmax and without dropout, in whichever runtime
 */
export async function fineTune(run: RunGraph, parameters: Parameters, history: StepWindow, shape: SequenceShape, settings: FineTuning = FINE_TUNING): Promise<Parameters | undefined> {
  const window = knownSteps(history, shape);
  const rows = window.items.length - 1;
  if (window.items.length < settings.leastSteps || rows < 1) return undefined;
  const tables = ['items', 'positions', ...shape.sideInputs.map(({ name }) => sideTable(name))];
  const tuned = Object.fromEntries(Object.entries(parameters).filter(([name]) => settings.part === 'all' || !tables.includes(name)).map(([name, values]) => [name, values.slice()]));
  const [whole, adam] = [{ ...parameters, ...tuned }, emptyAdam(tuned)];
  const batch = packBatch([cutWindow(window, 0, rows)], shape);
  const targets = { items: window.items.slice(1), weights: new Float32Array(rows).fill(1 / rows) };
  for (let step = 0; step < settings.steps; step += 1) {
    const gradients = collectGradients(await run(trainingFeeds(batch, targets, whole, shape)), batch, targets, shape);
    stepAdam(tuned, gradients, adam, step, settings.rate, clipScale(gradients, CLIP));
  }
  return whole;
}

/** The last steps on items of the vocabulary, one more than the model sees. */
function knownSteps({ items, sides }: StepWindow, shape: SequenceShape): StepWindow {
  const known = Array.from(items.keys()).filter((step) => (items[step] ?? 0) < shape.items);
  const pick = (values: Int32Array): Int32Array => Int32Array.from(known, (step) => values[step] ?? 0);
  const all = { items: pick(items), sides: Object.fromEntries(Object.entries(sides).map(([name, values]) => [name, pick(values)])) };
  return cutWindow(all, Math.max(0, known.length - shape.length - 1), known.length);
}
