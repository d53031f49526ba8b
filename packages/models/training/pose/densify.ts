import type { Sparsity } from './tflite-reader.ts';

/**
 * Expands a sparse constant (TFLite `SparsityParameters`, as `FormatConverter::SparseToDense` does).
 * @param values non-zero values in storage order.
 * @param shape of the dense tensor.
 */
export function densify(values: Float32Array, shape: readonly number[], sparsity: Sparsity): Float32Array {
  const dense = new Float32Array(shape.reduce((size, length) => size * length, 1));
  const blockSizes = sparsity.blockMap.map((_, k) => denseSizeOf(sparsity, shape.length + k));
  const coordinates: number[] = [];
  let next = 0;

  function visit(level: number, position: number): void {
    const dimension = sparsity.dimensions[level];
    if (dimension === undefined) {
      dense[flatIndex(coordinates, shape, sparsity, blockSizes)] = values[next++] ?? 0;
    } else if (dimension.format === 'dense') {
      for (let k = 0; k < dimension.size; k++) descend(level, k, position * dimension.size + k);
    } else {
      const from = dimension.segments[position] ?? 0;
      const to = dimension.segments[position + 1] ?? 0;
      for (let k = from; k < to; k++) descend(level, dimension.indices[k] ?? 0, k);
    }
  }
  function descend(level: number, coordinate: number, position: number): void {
    coordinates[level] = coordinate;
    visit(level + 1, position);
  }

  visit(0, 0);
  if (next !== values.length) throw new Error(`sparse tensor holds ${values.length} values, ${next} were placed`);
  return dense;
}

function denseSizeOf(sparsity: Sparsity, level: number): number {
  const dimension = sparsity.dimensions[level];
  if (dimension?.format !== 'dense') throw new Error('blocks must be dense');
  return dimension.size;
}

/** Storage coordinates (in traversal order, block coordinates last) -> index of the dense row-major tensor. */
function flatIndex(stored: readonly number[], shape: readonly number[], sparsity: Sparsity, blockSizes: readonly number[]): number {
  const original = new Array<number>(shape.length).fill(0);
  for (const [level, dimension] of sparsity.traversalOrder.entries()) {
    const coordinate = stored[level] ?? 0;
    if (dimension < shape.length) {
      const block = sparsity.blockMap.indexOf(dimension);
      original[dimension] = (original[dimension] ?? 0) + coordinate * (block < 0 ? 1 : (blockSizes[block] ?? 1));
    } else {
      const target = sparsity.blockMap[dimension - shape.length] ?? 0;
      original[target] = (original[target] ?? 0) + coordinate;
    }
  }
  return original.reduce((index, coordinate, dimension) => index * (shape[dimension] ?? 1) + coordinate, 0);
}
