import { GAP_EDGES_MS, type SideInput, type StepWindow, bucketOf } from '@vua/models/sequence';
import type { EventFormat, EventRow } from './event-row.ts';
import type { LineProblem, SequenceLog, SideNames } from './sequence-log.ts';

/** A sequence ends where nothing happened for so long. */
const REST_MS = 30 * 60_000;
const GAP_SIDE: SideInput = { name: 'gap', size: GAP_EDGES_MS.length + 1 };

/** Takes the rows of an event log in any order. */
export interface EventCollector {
  readonly add: (row: EventRow) => void;
  /** Sequences in the order of their starts; a step on the same item and of the same kind as the one before is left out. */
  readonly finish: (problems: readonly LineProblem[], sideNames: SideNames) => SequenceLog;
}

/** Rows as columns of numbers: an event takes some tens of bytes. */
interface Columns {
  readonly keys: number[];
  readonly times: number[];
  readonly items: number[];
  readonly sides: readonly number[][];
}

export function createEventCollector({ sideInputs, hasTimes, cutsAtRest }: EventFormat): EventCollector {
  const [keyNumbers, itemNumbers] = [new Map<string, number>(), new Map<string, number>()];
  const columns: Columns = { keys: [], times: [], items: [], sides: sideInputs.map(() => []) };
  return {
    add: ({ key, timeMs, item, sides }) => {
      columns.keys.push(numberOf(keyNumbers, key));
      columns.times.push(timeMs);
      columns.items.push(numberOf(itemNumbers, item));
      columns.sides.forEach((column, k) => column.push(sides[k] ?? 0));
    },
    finish: (problems, sideNames) => ({
      vocabulary: [...itemNumbers.keys()], problems, sideNames,
      sideInputs: hasTimes ? [...sideInputs, GAP_SIDE] : sideInputs,
      sequences: sessionsOf(columns, hasTimes, cutsAtRest ? REST_MS : Infinity).map((rows) => sequenceOf(rows, columns, sideInputs, hasTimes)),
    }),
  };
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name) ?? numbers.size;
  numbers.set(name, known);
  return known;
}

/** Row numbers of each sequence. */
function sessionsOf({ keys, times }: Columns, hasTimes: boolean, restMs: number): number[][] {
  const timeOf = (row: number): number => times[row] ?? 0;
  const order = Uint32Array.from(keys, (_, row) => row).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || timeOf(a) - timeOf(b) || a - b);
  const sessions: number[][] = [];
  let before = -1;
  for (const row of order) {
    if (before < 0 || keys[row] !== keys[before] || timeOf(row) - timeOf(before) > restMs) sessions.push([]);
    sessions.at(-1)?.push(row);
    before = row;
  }
  return sessions.sort(([a = 0], [b = 0]) => (hasTimes ? timeOf(a) - timeOf(b) : 0) || a - b);
}

function sequenceOf(rows: readonly number[], { items, times, sides }: Columns, sideInputs: readonly SideInput[], hasTimes: boolean): StepWindow {
  const typeColumn = sides[sideInputs.findIndex(({ name }) => name === 'type')];
  const kept = rows.filter((row, k) => {
    const before = rows[k - 1];
    return before === undefined || items[row] !== items[before] || typeColumn?.[row] !== typeColumn?.[before];
  });
  const gap = (row: number, k: number): number => (k === 0 ? 0 : bucketOf((times[row] ?? 0) - (times[kept[k - 1] ?? row] ?? 0), GAP_EDGES_MS));
  return {
    items: Int32Array.from(kept, (row) => items[row] ?? 0),
    sides: Object.fromEntries([
      ...sideInputs.map(({ name }, k) => [name, Int32Array.from(kept, (row) => sides[k]?.[row] ?? 0)] as const),
      ...(hasTimes ? [[GAP_SIDE.name, Int32Array.from(kept, gap)] as const] : []),
    ]),
  };
}
