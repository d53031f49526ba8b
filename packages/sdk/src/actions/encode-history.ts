import { type OpenedModel, STEP_TYPES, type StepWindow, TYPE_SIDE_NAME, stepsToWindow, unknownItem } from '@vua/models/sequence';
import type { Moment } from '../sessions/index.ts';

/** Shows moments to a model as its training was shown the log. What the model does not know is embedded by its category or price, or left out. */
export type EncodeHistory = (moments: readonly Moment[]) => StepWindow;

export function createHistoryEncoder({ manifest: { shape, sideNames }, vocabulary, unknown }: Pick<OpenedModel, 'manifest' | 'vocabulary' | 'unknown'>): EncodeHistory {
  const numbers = new Map(vocabulary.map((itemId, number) => [itemId, number]));
  const categories = new Map(sideNames['category']?.map((name, index) => [name, index + 1]));
  const sidesOf = ({ type, priceBucket, category = '' }: Moment): Readonly<Record<string, number>> => ({ [TYPE_SIDE_NAME]: STEP_TYPES.indexOf(type) + 1, price: priceBucket, category: categories.get(category) ?? 0 });
  return (moments) => {
    const steps = moments.flatMap((moment) => {
      const sides = sidesOf(moment);
      const item = numbers.get(moment.itemId) ?? unknownItem(sides, unknown, shape);
      return item === undefined ? [] : [{ item, sides, timeMs: moment.timeMs }];
    });
    return stepsToWindow({
      items: steps.map(({ item }) => item), timesMs: steps.map(({ timeMs }) => timeMs),
      sides: Object.fromEntries(shape.sideInputs.map(({ name }) => [name, steps.map(({ sides }) => sides[name] ?? 0)])),
    }, shape.sideInputs);
  };
}
