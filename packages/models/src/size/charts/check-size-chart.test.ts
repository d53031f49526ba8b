import { describe, expect, it } from 'vitest';
import type { BodyRange, SizeChart } from '../../contracts/index.ts';
import { checkSizeChart } from '../index.ts';
import { exampleChart } from '../testing/example-charts.ts';
import { exampleGrid } from '../testing/example-grid.ts';

const range = (minCm: number, maxCm: number): BodyRange => ({ minCm, maxCm });

function shirtOf(...chests: readonly BodyRange[]): SizeChart {
  return { id: 'c', garmentType: 'shirt', fit: 'regular', rows: chests.map((chest, index) => ({ label: `R${index}`, body: { chest } })) };
}

describe('checkSizeChart', () => {
  it('finds nothing in a good chart', () => {
    expect(checkSizeChart(exampleChart('dress', { chest: 82, waist: 62, hip: 88 }))).toEqual([]);
    expect(checkSizeChart(exampleGrid())).toEqual([]);
  });

  it('accepts a zone that is the same in every row', () => {
    const chart = exampleChart('trousers', { waist: 64, hip: 88 });
    expect(checkSizeChart({ ...chart, rows: chart.rows.map((row) => ({ ...row, body: { ...row.body, inseam: range(74, 82) } })) })).toEqual([]);
  });

  it.each([
    ['a gap', shirtOf(range(80, 84), range(86, 90)), { severity: 'warning', kind: 'gap', zone: 'chest', row: 'R1', index: 1, widthCm: 2 }],
    ['an overlap', shirtOf(range(80, 86), range(84, 90)), { severity: 'warning', kind: 'overlap', zone: 'chest', row: 'R1', index: 1, widthCm: 2 }],
    ['a falling row', shirtOf(range(86, 90), range(80, 86)), { severity: 'error', kind: 'range-falls', zone: 'chest', row: 'R1', index: 1 }],
    ['an empty range', shirtOf(range(86, 86)), { severity: 'error', kind: 'range-empty', zone: 'chest', row: 'R0', index: 0 }],
    ['a range turned round, and nothing that follows from it', shirtOf(range(82, 86), range(90, 86), range(90, 94)), { severity: 'error', kind: 'range-turned', zone: 'chest', row: 'R1', index: 1 }],
    ['inches', shirtOf(range(34, 36), range(36, 38)), { severity: 'error', kind: 'unit-doubtful', zone: 'chest' }],
    ['millimetres', shirtOf(range(240, 260), range(260, 280)), { severity: 'error', kind: 'unit-doubtful', zone: 'chest' }],
    ['a repeated row', shirtOf(range(86, 90), range(86, 90)), { severity: 'error', kind: 'row-repeated', row: 'R1', index: 1 }],
  ])('explains %s', (_what, chart, problem) => {
    expect(checkSizeChart(chart)).toEqual([problem]);
  });

  it('explains labels that repeat and zones that are missing', () => {
    const chart = exampleChart('shirt', { chest: 84 }, { labels: ['M', 'M'] });
    expect(checkSizeChart(chart)).toEqual([{ severity: 'error', kind: 'label-repeated', row: 'M', index: 1 }]);
    const partly = { ...chart, rows: [{ label: 'S', body: { hip: range(88, 92) } }, { label: 'M', body: {} }] };
    expect(checkSizeChart(partly)).toEqual([{ severity: 'error', kind: 'main-zone-missing' }, { severity: 'warning', kind: 'zone-incomplete', zone: 'hip' }]);
  });

  it('sizes children by stature alone, adults not', () => {
    const byHeight: SizeChart = { ...exampleChart('tee', { stature: 98 }), wearer: 'child' };
    expect(checkSizeChart(byHeight)).toEqual([]);
    expect(checkSizeChart(exampleChart('tee', { stature: 150 }))).toEqual([{ severity: 'error', kind: 'main-zone-missing' }]);
  });

  it('checks a grid axis by axis, and its pairs', () => {
    const grid = exampleGrid();
    const falling = grid.rows.map((row) => (row.grid?.waist === '32' ? { ...row, body: { ...row.body, hip: range(80, 84) } } : row));
    expect(checkSizeChart({ ...grid, rows: falling })).toEqual([{ severity: 'error', kind: 'range-falls', zone: 'hip', row: '32', index: 2 }]);
    const twice = grid.rows.map((row, index) => (index === 1 ? { ...row, grid: grid.rows[0]?.grid, body: grid.rows[0]?.body ?? {} } : row));
    expect(checkSizeChart({ ...grid, rows: twice })).toEqual([{ severity: 'error', kind: 'pair-repeated', row: 'W30 L32', index: 1 }]);
    const single = grid.rows.map(({ grid: pair, ...row }, index) => (index === 3 ? row : { ...row, grid: pair }));
    expect(checkSizeChart({ ...grid, rows: single })).toContainEqual({ severity: 'error', kind: 'grid-uneven', row: 'W32 L32', index: 3 });
  });
});
