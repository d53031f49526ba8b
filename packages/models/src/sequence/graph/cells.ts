import type { Value } from '../onnx/graph-builder.ts';
import { gather, multiply } from './arithmetic.ts';
import { type Scope, only } from './layer.ts';

/** Between rows (steps of all sequences, without padding) and cells (sequences of equal length, padded at their end). */
export interface Cells {
  /** [rows, width] -> [sequences, heads, length, width / heads]; padding holds whatever row comes first. */
  readonly spread: (rows: Value) => Value;
  /** The same with zeros in the padding, for gradients. */
  readonly spreadZero: (rows: Value) => Value;
  /** The way back. */
  readonly collect: (cells: Value) => Value;
}

/** Declares `cellRows`, `rowCells`, `cellMask` and `cellShape` as inputs; see `PackedBatch`. */
export function cells({ graph, shape: { heads, width } }: Scope): Cells {
  const cellRows = graph.input('cellRows', 'int32', ['cells']);
  const rowCells = graph.input('rowCells', 'int32', ['rows']);
  const cellMask = graph.input('cellMask', 'float', ['cells', 1]);
  const cellShape = graph.input('cellShape', 'int64', [4]);
  // One head needs no transposition: [sequences, length, 1, width] has the same bytes as [sequences, 1, length, width].
  const swap = (cells: Value): Value => (heads === 1 ? cells : only(graph.node('Transpose', [cells], { perm: [0, 2, 1, 3] })));
  const shapeCells = (flat: Value): Value => swap(only(graph.node('Reshape', [flat, cellShape])));
  return {
    spread: (rows) => shapeCells(gather(graph, rows, cellRows)),
    spreadZero: (rows) => shapeCells(multiply(graph, gather(graph, rows, cellRows), cellMask)),
    collect: (all) => gather(graph, only(graph.node('Reshape', [swap(all), graph.integers([-1, width])])), rowCells),
  };
}
