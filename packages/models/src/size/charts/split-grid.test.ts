import { describe, expect, it } from 'vitest';
import { findGridRow, splitGrid } from '../index.ts';
import { exampleChart } from '../testing/example-charts.ts';
import { exampleGrid } from '../testing/example-grid.ts';

describe('splitGrid', () => {
  it('gives each axis the zones that depend on it', () => {
    const axes = splitGrid(exampleGrid(['30', '32', '34']));
    expect(axes.map(({ zone, chart }) => [zone, chart.rows.map(({ label, body }) => [label, ...Object.keys(body)])])).toEqual([
      ['waist', [['30', 'waist', 'hip'], ['32', 'waist', 'hip'], ['34', 'waist', 'hip']]],
      ['inseam', [['30', 'inseam'], ['32', 'inseam']]],
    ]);
    expect(axes[1]?.chart.rows[1]?.body.inseam).toEqual({ minCm: 79, maxCm: 84 });
  });

  it('leaves out what depends on both axes, and keeps the garment\'s measures', () => {
    const grid = exampleGrid();
    const rows = grid.rows.map((row, index) => ({ ...row, body: { ...row.body, thigh: { minCm: 50 + index, maxCm: 52 + index } }, garmentCm: { waist: row.grid?.waist === '30' ? 78 : 83 } }));
    const [waist] = splitGrid({ ...grid, rows });
    expect(waist?.chart.rows.map(({ body, garmentCm }) => [body.thigh, garmentCm])).toEqual([[undefined, { waist: 78 }], [undefined, { waist: 83 }]]);
  });

  it('has no axes for an ordinary chart', () => {
    expect(splitGrid(exampleChart('shirt', { chest: 84 }))).toEqual([]);
  });
});

describe('findGridRow', () => {
  it('finds the size of a pair, and knows which are not made', () => {
    const grid = exampleGrid();
    expect(findGridRow(grid, { waist: '32', inseam: '30' })?.label).toBe('W32 L30');
    expect(findGridRow({ ...grid, rows: grid.rows.slice(0, 3) }, { waist: '32', inseam: '32' })).toBeUndefined();
    expect(findGridRow(grid, { waist: '32' })).toBeUndefined();
  });
});
