import { scatterRows } from './embed-steps.ts';
import type { StepWindow } from './pack-batch.ts';
import type { Parameters } from './parameter-shapes.ts';
import type { SequenceShape } from './sequence-shape.ts';

/** Side inputs that belong to the item and can stand for one that is not in the vocabulary, the most telling first. */
const ITEM_SIDES = ['category', 'price'];

/** What stands for items that are not in the vocabulary: rows of `width` numbers, one for each value of the side inputs that belong to an item. Row 0 and those of values that the log does not have are zeros. */
export type UnknownItems = Float32Array;

interface SideRows {
  readonly name: string;
  readonly from: number;
  readonly size: number;
}

function sideRows({ sideInputs }: Pick<SequenceShape, 'sideInputs'>): readonly SideRows[] {
  let next = 1;
  return ITEM_SIDES.flatMap((name) => {
    const size = sideInputs.find((side) => side.name === name)?.size ?? 0;
    next += size;
    return size === 0 ? [] : [{ name, from: next - size, size }];
  });
}

/** Rows of the table. */
export const unknownRows = (shape: Pick<SequenceShape, 'sideInputs'>): number => sideRows(shape).reduce((sum, { size }) => sum + size, 1);

/** For each value the mean of the items' embeddings over the steps that had it: what an item is as a rule, if no more is known of it. */
export function fitUnknownItems({ items = new Float32Array(0) }: Parameters, sequences: readonly StepWindow[], shape: SequenceShape): UnknownItems {
  const { width } = shape;
  const sums = new Float32Array(unknownRows(shape) * width);
  const counts = new Float64Array(unknownRows(shape));
  for (const { name, from } of sideRows(shape)) for (const sequence of sequences) addSteps(sequence, name, from);
  return sums.map((sum, at) => sum / Math.max(1, counts[Math.floor(at / width)] ?? 1));

  function addSteps(sequence: StepWindow, name: string, from: number): void {
    for (const [step, item] of sequence.items.entries()) {
      const value = sequence.sides[name]?.[step] ?? 0;
      if (value === 0) continue;
      scatterRows(sums, items.subarray(item * width, (item + 1) * width), Int32Array.of(from + value), width);
      counts[from + value] = (counts[from + value] ?? 0) + 1;
    }
  }
}

/** The number that an item outside of the vocabulary goes by in a history, from `shape.items` on; undefined where nothing is known of it that the log knew. @param sides values of side inputs by name */
export function unknownItem(sides: Readonly<Record<string, number>>, unknown: UnknownItems, shape: SequenceShape): number | undefined {
  const rows = sideRows(shape).map(({ name, from }) => ((sides[name] ?? 0) > 0 ? from + (sides[name] ?? 0) : 0));
  const row = rows.find((one) => one > 0 && unknown.subarray(one * shape.width, (one + 1) * shape.width).some((value) => value !== 0));
  return row === undefined ? undefined : shape.items + row;
}
