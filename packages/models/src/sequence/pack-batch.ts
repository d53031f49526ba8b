import type { SequenceShape } from './sequence-shape.ts';

/** A piece of a history. Arrays have one entry a step, oldest first. */
export interface StepWindow {
  /** Item numbers, 0 to `items - 1`. */
  readonly items: Int32Array;
  /** Values of side inputs by name. */
  readonly sides: Readonly<Record<string, Int32Array>>;
}

/** Sequences laid out for the graphs: rows are the steps of all of them one after another, cells the same padded at their end to the longest. */
export interface PackedBatch {
  readonly sequences: number;
  /** Steps of the longest sequence. */
  readonly length: number;
  readonly rows: number;
  /** Item of each row. */
  readonly rowItems: Int32Array;
  /** Position of each row in its sequence. */
  readonly rowPositions: Int32Array;
  readonly rowSides: Readonly<Record<string, Int32Array>>;
  /** Row of each cell; 0 in the padding. */
  readonly cellRows: Int32Array;
  /** Cell of each row. */
  readonly rowCells: Int32Array;
  /** 1 where a cell is no padding. */
  readonly cellMask: Float32Array;
  /** Last row of each sequence. */
  readonly lastRows: Int32Array;
}

/** Packs windows of 1 to `shape.length` steps. */
export function packBatch(windows: readonly StepWindow[], shape: Pick<SequenceShape, 'sideInputs'>): PackedBatch {
  const length = Math.max(...windows.map(({ items }) => items.length));
  const rows = windows.reduce((sum, { items }) => sum + items.length, 0);
  const batch = {
    sequences: windows.length, length, rows,
    rowItems: new Int32Array(rows), rowPositions: new Int32Array(rows),
    rowSides: Object.fromEntries(shape.sideInputs.map(({ name }) => [name, new Int32Array(rows)])),
    cellRows: new Int32Array(windows.length * length), rowCells: new Int32Array(rows), cellMask: new Float32Array(windows.length * length),
    lastRows: new Int32Array(windows.length),
  };
  let row = 0;
  for (const [sequence, { items, sides }] of windows.entries()) {
    batch.rowItems.set(items, row);
    for (const [name, values] of Object.entries(batch.rowSides)) values.set(sides[name] ?? [], row);
    for (let step = 0; step < items.length; step += 1, row += 1) {
      const cell = sequence * length + step;
      batch.rowPositions[row] = step;
      batch.cellRows[cell] = row;
      batch.rowCells[row] = cell;
      batch.cellMask[cell] = 1;
    }
    batch.lastRows[sequence] = row - 1;
  }
  return batch;
}

const NEVER = -1e9;

/** 0 where a step (row) may look at another (column): at itself and what came before. */
export function causalMask(length: number): Float32Array {
  const mask = new Float32Array(length * length);
  for (let row = 0; row < length; row += 1) mask.fill(NEVER, row * length + row + 1, (row + 1) * length);
  return mask;
}
