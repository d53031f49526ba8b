import type { OpenedModel } from '@vua/models/sequence';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createVectorTable } from './vector-table.ts';

const modelOf = (rows: readonly (readonly number[])[], scale: number): OpenedModel => {
  const width = rows[0]?.length ?? 0;
  const items = Float32Array.from(rows.flat(), (value) => value * scale);
  return { manifest: { shape: { items: rows.length, width } }, parameters: { items } } as unknown as OpenedModel;
};
// A row's largest value is 127 where a model was shipped in bytes.
const rowsOf = (width: number) => fc.array(fc.array(fc.integer({ min: -127, max: 127 }), { minLength: width - 1, maxLength: width - 1 }).map((row) => [127, ...row]), { minLength: 1, maxLength: 9 });

it.each([8, 64, 256])('multiplies exactly, at a width of %i', (width) => {
  fc.assert(fc.property(rowsOf(width), fc.array(fc.integer({ min: -32_767, max: 32_767 }), { minLength: width, maxLength: width }), (rows, vector) => {
    const scores = new Float32Array(rows.length);
    createVectorTable(modelOf(rows, 1))?.score(Int16Array.from(vector), 0.5, scores);
    const wanted = rows.map((row) => Math.fround(0.5 * Math.fround(row.reduce((sum, value, k) => sum + value * (vector[k] ?? 0), 0))));
    expect([...scores]).toEqual(wanted);
  }));
});

it('scales each row by its own scale', () => {
  const scores = new Float32Array(2);
  const row = [127, 0, 0, 0, 0, 0, 0, 0];
  createVectorTable(modelOf([row, row.map((value) => value / 2)], 0.01))?.score(Int16Array.from([64, 0, 0, 0, 0, 0, 0, 0]), 1 / 64, scores);
  expect(scores[0]).toBeCloseTo(1.27, 5);
  expect(scores[1]).toBeCloseTo(0.635, 5);
});

it('takes no width that it cannot', () => {
  expect([createVectorTable(modelOf([[1, 2, 3]], 1)), createVectorTable(modelOf([Array<number>(264).fill(1)], 1)), createVectorTable(modelOf([], 1))]).toEqual([undefined, undefined, undefined]);
});
