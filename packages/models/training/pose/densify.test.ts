import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densify } from './densify.ts';
import type { Sparsity } from './tflite-reader.ts';

/** Stores a dense matrix row by row, columns sparse, in blocks of `blockRows` rows: the layout of the detector's 1x1 filters. */
function compress(dense: readonly (readonly number[])[], blockRows: number): { values: Float32Array; sparsity: Sparsity } {
  const segments = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (let top = 0; top < dense.length; top += blockRows) {
    const block = dense.slice(top, top + blockRows);
    for (const column of (dense[0] ?? []).keys()) {
      if (block.every((row) => row[column] === 0)) continue;
      indices.push(column);
      values.push(...block.map((row) => row[column] ?? 0));
    }
    segments.push(indices.length);
  }
  const blocked = blockRows > 1;
  return {
    values: Float32Array.from(values),
    sparsity: {
      traversalOrder: blocked ? [0, 1, 2] : [0, 1],
      blockMap: blocked ? [0] : [],
      dimensions: [
        { format: 'dense', size: dense.length / blockRows },
        { format: 'csr', segments, indices },
        ...(blocked ? [{ format: 'dense', size: blockRows } as const] : []),
      ],
    },
  };
}

const cell = fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.integer({ min: 1, max: 100 }));
const matrix = (blockRows: number) => fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.array(fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: blockRows, maxLength: blockRows }), { minLength: 1, maxLength: 5 }).map((blocks) => blocks.flat()));

describe('densify', () => {
  it('undoes sparse rows', () => {
    fc.assert(fc.property(matrix(1), (dense) => {
      const { values, sparsity } = compress(dense, 1);
      expect([...densify(values, [dense.length, dense[0]?.length ?? 0], sparsity)]).toEqual(dense.flat());
    }));
  });

  it('undoes blocks of rows', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 4 }).chain((blockRows) => fc.tuple(fc.constant(blockRows), matrix(blockRows))), ([blockRows, dense]) => {
      const { values, sparsity } = compress(dense, blockRows);
      expect([...densify(values, [dense.length, dense[0]?.length ?? 0], sparsity)]).toEqual(dense.flat());
    }));
  });

  it('places by the order of traversal', () => {
    // Stored column by column.
    const sparsity: Sparsity = { traversalOrder: [1, 0], blockMap: [], dimensions: [{ format: 'dense', size: 3 }, { format: 'csr', segments: [0, 1, 1, 3], indices: [1, 0, 1] }] };
    expect([...densify(Float32Array.of(5, 6, 7), [2, 3], sparsity)]).toEqual([0, 0, 6, 5, 0, 7]);
  });

  it('refuses values that find no place', () => {
    const sparsity: Sparsity = { traversalOrder: [0, 1], blockMap: [], dimensions: [{ format: 'dense', size: 1 }, { format: 'csr', segments: [0, 1], indices: [0] }] };
    expect(() => densify(Float32Array.of(1, 2), [1, 2], sparsity)).toThrow('holds 2 values, 1 were placed');
  });
});
