import type { PackedBatch } from './pack-batch.ts';
import { type Parameters, sideTable } from './parameter-shapes.ts';

/** Which row of which table each row of a batch takes its embedding from. */
export function embeddingTables(batch: PackedBatch): readonly (readonly [table: string, rows: Int32Array])[] {
  return [['items', batch.rowItems], ['positions', batch.rowPositions], ...Object.entries(batch.rowSides).map(([name, rows]) => [sideTable(name), rows] as const)];
}

/** The sum of each step's embeddings (item, position, side inputs), [rows, width]. */
export function embedSteps(batch: PackedBatch, parameters: Parameters, width: number): Float32Array {
  const embedded = new Float32Array(batch.rows * width);
  for (const [name, rows] of embeddingTables(batch)) addRows(embedded, tableOf(parameters, name), rows, width);
  return embedded;
}

function addRows(embedded: Float32Array, table: Float32Array, rows: Int32Array, width: number): void {
  for (let row = 0; row < rows.length; row += 1) {
    const [to, from] = [row * width, (rows[row] ?? 0) * width];
    for (let k = 0; k < width; k += 1) embedded[to + k] = (embedded[to + k] ?? 0) + (table[from + k] ?? 0);
  }
}

/** Adds each row of `gradient` [rows, width] to the row of `table` that it belongs to. */
export function scatterRows(table: Float32Array, gradient: Float32Array, rows: Int32Array, width: number): void {
  for (let row = 0; row < rows.length; row += 1) {
    const [from, to] = [row * width, (rows[row] ?? 0) * width];
    for (let k = 0; k < width; k += 1) table[to + k] = (table[to + k] ?? 0) + (gradient[from + k] ?? 0);
  }
}

function tableOf(parameters: Parameters, name: string): Float32Array {
  const table = parameters[name];
  if (table === undefined) throw new Error(`no parameter ${name}`);
  return table;
}
