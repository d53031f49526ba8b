import fc from 'fast-check';
import { expect, it } from 'vitest';
import { embedSteps, scatterRows } from './embed-steps.ts';
import { causalMask, packBatch } from './pack-batch.ts';

const SHAPE = { sideInputs: [{ name: 'type', size: 3 }] };
const window = (...items: number[]) => ({ items: Int32Array.from(items), sides: { type: Int32Array.from(items, (item) => item % 3) } });

it('lays sequences out as rows, and as cells padded at their end', () => {
  const batch = packBatch([window(7, 8, 9), window(4)], SHAPE);
  expect(batch).toMatchObject({ sequences: 2, length: 3, rows: 4 });
  expect([...batch.rowItems]).toEqual([7, 8, 9, 4]);
  expect([...batch.rowPositions]).toEqual([0, 1, 2, 0]);
  expect([...(batch.rowSides.type ?? [])]).toEqual([1, 2, 0, 1]);
  expect([...batch.cellRows]).toEqual([0, 1, 2, 3, 0, 0]);
  expect([...batch.rowCells]).toEqual([0, 1, 2, 3]);
  expect([...batch.cellMask]).toEqual([1, 1, 1, 1, 0, 0]);
  expect([...batch.lastRows]).toEqual([2, 3]);
});

it('every row finds its way to a cell and back, for whatever lengths', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), (lengths) => {
    const { rows, rowCells, cellRows, cellMask } = packBatch(lengths.map((length) => window(...Array.from({ length }, (_, k) => k))), SHAPE);
    expect(Array.from(rowCells, (cell) => cellRows[cell])).toEqual(Array.from({ length: rows }, (_, row) => row));
    expect(cellMask.reduce((sum, value) => sum + value, 0)).toBe(rows);
  }));
});

it('a step may look at itself and back', () => {
  expect(Array.from(causalMask(3), (value) => Number(value === 0))).toEqual([1, 0, 0, 1, 1, 0, 1, 1, 1]);
});

it('a step is the sum of its embeddings, and its gradient goes to all of them', () => {
  const batch = packBatch([window(1, 0), window(1)], SHAPE);
  const tables = { 'items': Float32Array.of(1, 2, 10, 20), 'positions': Float32Array.of(0.1, 0.2, 0.3, 0.4), 'side.type': Float32Array.of(100, 100, 200, 200, 300, 300) };
  expect(Array.from(embedSteps(batch, tables, 2), (value) => Number(value.toFixed(2)))).toEqual([210.1, 220.2, 101.3, 102.4, 210.1, 220.2]);
  const gradient = new Float32Array(4);
  scatterRows(gradient, Float32Array.of(1, 2, 3, 4, 5, 6), batch.rowItems, 2);
  expect([...gradient]).toEqual([3, 4, 6, 8]);
});
