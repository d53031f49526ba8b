import type { StepWindow } from './pack-batch.ts';
import type { SideInput } from './sequence-shape.ts';
import { GAP_EDGES_MS, bucketOf } from './step-buckets.ts';

/** Names of the side inputs that are told from the step itself. */
export const TYPE_SIDE_NAME = 'type';
export const GAP_SIDE_NAME = 'gap';

/** Steps of one shopper, oldest first, as columns of equal length. */
export interface StepColumns {
  /** Item numbers. */
  readonly items: ArrayLike<number>;
  /** Milliseconds, NaN where not known; only their differences count, and only for a model with the side input `gap`. */
  readonly timesMs: ArrayLike<number>;
  /** Values of side inputs by name. What is missing is not known. */
  readonly sides: Readonly<Record<string, ArrayLike<number>>>;
}

/** What the model is shown of steps, in training and on a device alike: a step on the same item and of the same kind as the one before is left out, and the gap is the time since the step before among those that are left. */
export function stepsToWindow({ items, timesMs, sides }: StepColumns, sideInputs: readonly SideInput[]): StepWindow {
  const types = sides[TYPE_SIDE_NAME];
  const kept = Int32Array.from(items, (_, step) => step).filter((step) => step === 0 || items[step] !== items[step - 1] || types?.[step] !== types?.[step - 1]);
  const gap = (step: number, k: number): number => (k === 0 ? 0 : bucketOf((timesMs[step] ?? 0) - (timesMs[kept[k - 1] ?? step] ?? 0), GAP_EDGES_MS));
  return {
    items: kept.map((step) => items[step] ?? 0),
    sides: Object.fromEntries(sideInputs.map(({ name }) => [name, name === GAP_SIDE_NAME ? kept.map(gap) : kept.map((step) => sides[name]?.[step] ?? 0)])),
  };
}
