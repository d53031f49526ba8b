import type { OpenedModel } from './open-model.ts';
import type { StepWindow } from './pack-batch.ts';
import { STEP_TYPES, type StepType } from './step-buckets.ts';
import { TYPE_SIDE_NAME, stepsToWindow } from './steps-to-window.ts';
import { unknownItem } from './unknown-items.ts';

/** A step of a shopper's history, as far as it is known. */
export interface HistoryStep {
  readonly itemId: string;
  readonly type: StepType;
  /** UTC milliseconds. Absent: then the model is told no time since the step before, either. */
  readonly timeMs?: number;
  /** Of `priceBucketOf`. @default 0, not known */
  readonly priceBucket?: number;
  /** As the shop names it in its events. */
  readonly category?: string;
}

/** Shows a history to a model as its training was shown the log, on devices and on the server. What the model does not know is embedded by its category or price, or left out. */
export type EncodeHistory = (steps: readonly HistoryStep[]) => StepWindow;

export function createHistoryEncoder({ manifest: { shape, sideNames }, vocabulary, unknown }: Pick<OpenedModel, 'manifest' | 'vocabulary' | 'unknown'>): EncodeHistory {
  const numbers = new Map(vocabulary.map((itemId, number) => [itemId, number]));
  const categories = new Map(sideNames['category']?.map((name, index) => [name, index + 1]));
  const sidesOf = ({ type, priceBucket = 0, category = '' }: HistoryStep): Readonly<Record<string, number>> => ({ [TYPE_SIDE_NAME]: STEP_TYPES.indexOf(type) + 1, price: priceBucket, category: categories.get(category) ?? 0 });
  return (history) => {
    const steps = history.flatMap((step) => {
      const sides = sidesOf(step);
      const item = numbers.get(step.itemId) ?? unknownItem(sides, unknown, shape);
      return item === undefined ? [] : [{ item, sides, timeMs: step.timeMs ?? NaN }];
    });
    return stepsToWindow({
      items: steps.map(({ item }) => item), timesMs: steps.map(({ timeMs }) => timeMs),
      sides: Object.fromEntries(shape.sideInputs.map(({ name }) => [name, steps.map(({ sides }) => sides[name] ?? 0)])),
    }, shape.sideInputs);
  };
}
