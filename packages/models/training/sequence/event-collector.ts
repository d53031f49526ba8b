import { type SideInput, type SideNames, type StepWindow, GAP_EDGES_MS, GAP_SIDE_NAME, stepsToWindow } from '@vua/models/sequence';
import type { EventFormat, EventRow } from './event-row.ts';
import { createColumn } from './growing-column.ts';
import type { LineProblem, SequenceLog } from './sequence-log.ts';

/** A sequence ends where nothing happened for so long. */
const REST_MS = 30 * 60_000;
const GAP_SIDE: SideInput = { name: GAP_SIDE_NAME, size: GAP_EDGES_MS.length + 1 };
const inputsOf = ({ sideInputs, hasTimes }: Pick<EventFormat, 'sideInputs' | 'hasTimes'>): readonly SideInput[] => (hasTimes ? [...sideInputs, GAP_SIDE] : sideInputs);

/** Takes the rows of an event log in any order. */
export interface EventCollector {
  readonly add: (row: EventRow) => void;
  /** Sequences in the order of their starts; a step on the same item and of the same kind as the one before is left out. */
  readonly finish: (problems: readonly LineProblem[], sideNames: SideNames) => SequenceLog;
}

/** All rows as columns: an event takes some twenty bytes. */
interface Rows {
  readonly keys: Int32Array;
  readonly times: Float64Array;
  readonly items: Int32Array;
  /** By side input, in the order of the format. */
  readonly sides: readonly Uint8Array[];
}

export function createEventCollector(format: EventFormat): EventCollector {
  const { sideInputs, hasTimes } = format;
  if (sideInputs.some(({ size }) => size > 256)) throw new Error('a side input has more values than a byte');
  const [keyNumbers, itemNumbers] = [new Map<string, number>(), new Map<string, number>()];
  const [keys, times, items, sides] = [createColumn('int32'), createColumn('float64'), createColumn('int32'), sideInputs.map(() => createColumn('uint8'))];
  return {
    add: (row) => {
      keys.push(numberOf(keyNumbers, row.key));
      times.push(row.timeMs);
      items.push(numberOf(itemNumbers, row.item));
      sides.forEach((column, k) => column.push(row.sides[k] ?? 0));
    },
    finish: (problems, sideNames) => ({
      vocabulary: [...itemNumbers.keys()], problems, sideNames,
      sideInputs: inputsOf(format),
      ...(hasTimes && keyNumbers.size > 0 ? { range: rangeOf(times.values()) } : {}),
      sequences: cutIntoSequences({ keys: keys.values(), times: times.values(), items: items.values(), sides: sides.map((column) => column.values()) }, format),
    }),
  };
}

function rangeOf(times: Float64Array): { readonly firstMs: number; readonly lastMs: number } {
  return { firstMs: times.reduce((first, time) => Math.min(first, time), Infinity), lastMs: times.reduce((last, time) => Math.max(last, time), -Infinity) };
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name) ?? numbers.size;
  numbers.set(name, known);
  return known;
}

function cutIntoSequences(rows: Rows, format: EventFormat): StepWindow[] {
  const { keys, times } = rows;
  const timeOf = (row = 0): number => times[row] ?? 0;
  const order = Uint32Array.from(keys, (_, row) => row).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || timeOf(a) - timeOf(b) || a - b);
  const restMs = format.cutsAtRest ? REST_MS : Infinity;
  const parts: Uint32Array[] = [];
  let from = 0;
  for (let k = 1; k <= order.length; k += 1) {
    const [row, before] = [order[k], order[k - 1] ?? 0];
    if (row !== undefined && keys[row] === keys[before] && timeOf(row) - timeOf(before) <= restMs) continue;
    parts.push(order.subarray(from, k));
    from = k;
  }
  parts.sort(([a = 0], [b = 0]) => (format.hasTimes ? timeOf(a) - timeOf(b) : 0) || a - b);
  return parts.map((part) => sequenceOf(part, rows, format));
}

function sequenceOf(part: Uint32Array, { items, times, sides }: Rows, { sideInputs, hasTimes }: EventFormat): StepWindow {
  return stepsToWindow({
    items: Int32Array.from(part, (row) => items[row] ?? 0), timesMs: Float64Array.from(part, (row) => times[row] ?? 0),
    sides: Object.fromEntries(sideInputs.map(({ name }, k) => [name, Int32Array.from(part, (row) => sides[k]?.[row] ?? 0)])),
  }, inputsOf({ sideInputs, hasTimes }));
}
