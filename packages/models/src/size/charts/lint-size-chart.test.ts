import { describe, expect, it } from 'vitest';
import type { BodyRange, SizeChart, SizeRow } from '../../contracts/index.ts';
import { lintSizeChart } from '../index.ts';
import { exampleChart } from '../testing/example-charts.ts';
import { exampleGrid } from '../testing/example-grid.ts';

const dress = exampleChart('dress', { chest: 82, waist: 62, hip: 88 });
const codesOf = (chart: SizeChart): string[] => lintSizeChart(chart).map(({ code }) => code);

/** The chart with one row changed. */
function changed(chart: SizeChart, index: number, change: (row: SizeRow) => Partial<SizeRow>): SizeChart {
  return { ...chart, rows: chart.rows.map((row, at) => (at === index ? { ...row, ...change(row) } : row)) };
}

const withRange = (chart: SizeChart, index: number, range: BodyRange | undefined): SizeChart =>
  changed(chart, index, ({ body: { hip: _hip, ...body } }) => ({ body: { ...body, ...(range && { hip: range }) } }));

const scaled = (chart: SizeChart, factor: number): SizeChart => ({
  ...chart,
  rows: chart.rows.map((row) => ({ ...row, body: Object.fromEntries(Object.entries(row.body).map(([zone, { minCm, maxCm }]) => [zone, { minCm: minCm * factor, maxCm: maxCm * factor }])) })),
});

describe('lintSizeChart', () => {
  it('finds nothing in a clean chart', () => {
    expect(lintSizeChart(dress)).toEqual([]);
    expect(lintSizeChart(exampleGrid(['28', '30', '32', '34', '36']))).toEqual([]);
  });

  it.each([
    ['an empty cell', withRange(dress, 2, undefined), { severity: 'warning', code: 'cell-empty', zone: 'hip', index: 2, values: { size: 'L' } }],
    ['one range where no body is', withRange(dress, 3, { minCm: 250, maxCm: 260 }), { severity: 'warning', code: 'value-implausible', zone: 'hip', index: 3 }],
    ['a gap', withRange(dress, 2, { minCm: 101, maxCm: 106 }), { severity: 'warning', code: 'gap', zone: 'hip', index: 2, values: { size: 'L', before: 'M', beforeMin: 94, beforeMax: 100, min: 101, max: 106, width: 1, garment: 'dress' } }],
    ['an overlap', withRange(dress, 2, { minCm: 99, maxCm: 106 }), { severity: 'warning', code: 'overlap', zone: 'hip', index: 2 }],
    ['a falling row', withRange(dress, 2, { minCm: 80, maxCm: 88 }), { severity: 'error', code: 'range-falls', zone: 'hip', index: 2 }],
    ['a range turned round', withRange(dress, 2, { minCm: 106, maxCm: 100 }), { severity: 'error', code: 'range-turned', zone: 'hip', index: 2 }],
  ])('finds %s where it is', (_what, chart, finding) => {
    expect(lintSizeChart(chart)).toContainEqual(expect.objectContaining(finding));
  });

  it.each([['inches', 1 / 2.54], ['millimetres', 10], ['metres', 0.01]])('recognises %s, one column after the other', (unit, factor) => {
    const findings = lintSizeChart(scaled(dress, factor)).filter(({ severity }) => severity === 'error');
    expect(findings.map(({ code, zone, values }) => [code, zone, values['unit']])).toEqual(['chest', 'waist', 'hip'].map((zone) => ['unit-doubtful', zone, unit]));
  });

  it('knows when no unit helps', () => {
    expect(codesOf(scaled(dress, 0.1))).toContain('unit-unknown');
  });

  it('asks about a step unlike the others, not about letter sizes that grow', () => {
    const letters = exampleChart('shirt', { chest: 74 }, { labels: ['XS', 'S', 'M', 'L', 'XL', '2XL'] });
    const at = (starts: readonly number[]): SizeChart => ({ ...letters, rows: letters.rows.map((row, index) => ({ ...row, body: { chest: { minCm: starts[index] ?? 0, maxCm: starts[index + 1] ?? 0 } } })) });
    expect(lintSizeChart(at([74, 82, 90, 98, 107, 119, 131]))).toEqual([]);
    expect(lintSizeChart(at([74, 82, 90, 106, 114, 122, 130]))).toEqual([expect.objectContaining({ code: 'step-uneven', zone: 'chest', index: 3, values: { size: 'L', before: 'M', step: 16, usual: 8 } })]);
  });

  it('misses what decides for the garment, and takes either waist', () => {
    expect(lintSizeChart(exampleChart('dress', { chest: 82, hip: 88 }))).toEqual([expect.objectContaining({ severity: 'warning', code: 'zone-missing', zone: 'waist' })]);
    expect(lintSizeChart(exampleChart('trousers', { waistNavel: 66, hip: 88 }))).toEqual([]);
    expect(codesOf(exampleChart('dress', { neck: 30 }))).toEqual(['main-zone-missing']);
  });

  it('compares the garment with the bodies it is for', () => {
    const withGarment = (cms: readonly number[]): SizeChart => ({ ...dress, rows: dress.rows.map((row, index) => ({ ...row, garmentCm: { chest: cms[index] ?? 0 } })) });
    expect(lintSizeChart(withGarment([91, 97, 103, 109]))).toEqual([]);
    expect(lintSizeChart(withGarment([91, 97, 97.5, 109])).map(({ code, of, index }) => [code, of, index])).toEqual([['garment-small', 'garment', 2]]);
    expect(new Set(codesOf(withGarment([45, 48, 51, 54])))).toEqual(new Set(['garment-flat']));
    expect(codesOf(withGarment([104, 103, 104, 110]))).toEqual(['garment-falls']);
  });

  it('checks masses', () => {
    const masses = [[40, 50], [50, 45], [45, 60], [60, 70]];
    const chart = { ...dress, rows: dress.rows.map((row, index) => ({ ...row, mass: { minKg: masses[index]?.[0] ?? 0, maxKg: masses[index]?.[1] ?? 0 } })) };
    expect(lintSizeChart(chart).map(({ code, zone, index }) => [code, zone, index])).toEqual([['range-turned', 'mass', 1]]);
    expect(codesOf(changed(changed(dress, 0, () => ({ mass: { minKg: 60, maxKg: 70 } })), 1, () => ({ mass: { minKg: 50, maxKg: 60 } })))).toContain('range-falls');
    expect(codesOf(changed(dress, 0, () => ({ mass: { minKg: 40, maxKg: 50 } })))).toEqual(['cell-empty', 'cell-empty', 'cell-empty']);
  });

  it('places what it finds in a grid on the first size of the step', () => {
    const grid = exampleGrid(['28', '30', '32', '34']);
    const rows = grid.rows.map((row) => (row.grid?.waist === '32' ? { ...row, body: { ...row.body, waist: { minCm: 87, maxCm: 91 } } } : row));
    expect(lintSizeChart({ ...grid, rows })).toEqual([expect.objectContaining({ code: 'gap', zone: 'waist', index: 4, values: expect.objectContaining({ before: '30', beforeMax: 86, min: 87 }) as object })]);
  });
});
