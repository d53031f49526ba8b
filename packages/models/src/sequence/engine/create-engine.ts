import { toLogProbabilities } from '../blend-scores.ts';
import { NORM_EPSILON } from '../graph/layer-norm.ts';
import type { StepWindow } from '../pack-batch.ts';
import { type Parameters, sideTable } from '../parameter-shapes.ts';
import type { ScoreItems } from '../score-items.ts';
import type { SequenceShape } from '../sequence-shape.ts';
import type { UnknownItems } from '../unknown-items.ts';
import { affineOf, createBlock, normOf, take } from './block.ts';
import { addTo, affine, multiplyRows, normalize } from './vector-math.ts';

/** The model without a runtime: one session at a time, step by step. */
export interface SequenceEngine {
  /** Logits of all items after a history; zeros for an empty one. A history that goes on where the last one ended costs its new steps only. */
  readonly score: ScoreItems;
  /** Chances of each type of the next event as logarithms; undefined for an empty history or a model without that head. */
  readonly events: (history: StepWindow) => Float32Array | undefined;
  /** The session in `width` numbers: what is multiplied with item embeddings. Undefined for an empty history. */
  readonly sessionVector: (history: StepWindow) => Float32Array | undefined;
}

/** @param parameters as `parameterShapes` names them @param unknown what stands for items that are not in the vocabulary, whose numbers begin at `shape.items` */
export function createEngine(shape: SequenceShape, parameters: Parameters, unknown: UnknownItems = new Float32Array(shape.width)): SequenceEngine {
  const { items } = shape;
  const table = take(parameters, 'items');
  const vectorOf = createEncoder(shape, parameters, unknown);
  const head = shape.eventTypes > 0 ? affineOf(parameters, 'events') : undefined;
  return {
    sessionVector: (history) => vectorOf(history)?.slice(),
    score: (history, scores) => {
      const vector = vectorOf(history);
      if (vector === undefined) scores.fill(0);
      else multiplyRows(vector, table, items, scores);
    },
    events: (history) => {
      const vector = vectorOf(history);
      if (vector === undefined || head === undefined) return undefined;
      const chances = new Float32Array(shape.eventTypes);
      affine(vector, head, chances);
      toLogProbabilities(chances);
      return chances;
    },
  };
}

/** The hidden state after the last step. Of a history longer than the window, the last steps count: then all of them are computed anew. */
function createEncoder(shape: SequenceShape, parameters: Parameters, unknown: UnknownItems): (history: StepWindow) => Float32Array | undefined {
  const blocks = Array.from({ length: shape.blocks }, (_, k) => createBlock(`block${k}`, parameters, shape));
  const embed = createEmbedder(shape, parameters, unknown);
  const lastNorm = normOf(parameters, 'lastNorm');
  const known = ['item', ...shape.sideInputs].map(() => new Int32Array(shape.length));
  let count = 0;
  const state = new Float32Array(shape.width);
  // After each step: a history whose end is cut off costs nothing.
  const vectors = Array.from({ length: shape.length }, () => new Float32Array(shape.width));
  return ({ items, sides }) => {
    const from = Math.max(0, items.length - shape.length);
    const steps = items.length - from;
    const given = [items, ...shape.sideInputs.map(({ name }) => sides[name])].map((column) => column?.subarray(from));
    count = sharedSteps(known, given, Math.min(count, steps));
    for (; count < steps; count += 1) {
      for (const [k, column] of known.entries()) column[count] = given[k]?.[count] ?? 0;
      embed(known, count, state);
      for (const block of blocks) block(state, count);
      normalize(state, lastNorm, NORM_EPSILON, vectors[count] ?? state);
    }
    return vectors[steps - 1];
  };
}

/** Steps by what is known of them: the item's number, then each side input. */
type Columns = readonly (Int32Array | undefined)[];

/** How many of the first `most` steps need not be computed again. */
function sharedSteps(known: Columns, given: Columns, most: number): number {
  return known.reduce((same, column, k) => {
    let step = 0;
    while (step < same && column?.[step] === (given[k]?.[step] ?? 0)) step += 1;
    return step;
  }, most);
}

/** The sum of the embeddings of the step at `position`. */
function createEmbedder({ width, items, sideInputs }: SequenceShape, parameters: Parameters, unknown: UnknownItems): (steps: Columns, position: number, into: Float32Array) => void {
  const [known, positions, sides] = [take(parameters, 'items'), take(parameters, 'positions'), sideInputs.map(({ name }) => take(parameters, sideTable(name)))];
  const rowOf = (table: Float32Array, row: number): Float32Array => table.subarray(row * width, (row + 1) * width);
  return (steps, position, into) => {
    const item = steps[0]?.[position] ?? 0;
    into.set(item < items ? rowOf(known, item) : rowOf(unknown, item - items));
    addTo(into, rowOf(positions, position));
    for (const [k, table] of sides.entries()) addTo(into, rowOf(table, steps[k + 1]?.[position] ?? 0));
  };
}
