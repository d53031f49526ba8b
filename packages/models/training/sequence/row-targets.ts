import { type Negatives, type PackedBatch, type RowTargets, type SequenceShape, type StepWindow, TYPE_SIDE_NAME } from '@vua/models/sequence';
import type { TrainingSettings } from './training-settings.ts';

/** The side input that the event head foretells. */
export const EVENT_SIDE = TYPE_SIDE_NAME;

/** What the rows of a packed batch should say: the step after each. @param windows one step longer than what was packed */
export function rowTargets(windows: readonly StepWindow[], batch: PackedBatch, shape: SequenceShape, { eventWeight }: Pick<TrainingSettings, 'eventWeight'>, negatives?: Negatives): RowTargets {
  const items = new Int32Array(batch.rows);
  let row = 0;
  for (const window of windows) {
    items.set(window.items.subarray(1), row);
    row += window.items.length - 1;
  }
  return {
    items, weights: new Float32Array(batch.rows).fill(1 / batch.rows),
    ...(negatives === undefined ? {} : { negatives }),
    ...(shape.eventTypes > 0 ? eventTargets(windows, batch.rows, shape.eventTypes, eventWeight) : {}),
  };
}

/** Type 0 is not known and does not count. */
function eventTargets(windows: readonly StepWindow[], rows: number, types: number, weight: number): Pick<RowTargets, 'events' | 'eventWeights'> {
  const events = new Float32Array(rows * types);
  const eventWeights = new Float32Array(rows);
  let row = 0;
  for (const { sides } of windows) {
    for (const type of sides[EVENT_SIDE]?.subarray(1) ?? []) {
      events[row * types + type] = 1;
      eventWeights[row] = type === 0 ? 0 : weight / rows;
      row += 1;
    }
  }
  return { events, eventWeights };
}
