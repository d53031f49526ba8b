import { describe, expect, it } from 'vitest';
import type { BodyRange, SizeChart } from '../contracts/index.ts';
import { checkSizeChart } from './index.ts';
import { exampleChart } from './testing/example-charts.ts';

const range = (minCm: number, maxCm: number): BodyRange => ({ minCm, maxCm });

function shirtOf(...chests: readonly BodyRange[]): SizeChart {
  return { id: 'c', garmentType: 'shirt', fit: 'regular', rows: chests.map((chest, index) => ({ label: `R${index}`, body: { chest } })) };
}

describe('checkSizeChart', () => {
  it('finds nothing in a good chart', () => {
    expect(checkSizeChart(exampleChart('dress', { chest: 82, waist: 62, hip: 88 }))).toEqual([]);
  });

  it('accepts a zone that is the same in every row', () => {
    const chart = exampleChart('trousers', { waist: 64, hip: 88 });
    expect(checkSizeChart({ ...chart, rows: chart.rows.map((row) => ({ ...row, body: { ...row.body, inseam: range(74, 82) } })) })).toEqual([]);
  });

  it.each([
    ['a gap', shirtOf(range(80, 84), range(86, 90)), { severity: 'warning', kind: 'gap', zone: 'chest', row: 'R1', widthCm: 2 }],
    ['an overlap', shirtOf(range(80, 86), range(84, 90)), { severity: 'warning', kind: 'overlap', zone: 'chest', row: 'R1', widthCm: 2 }],
    ['a falling row', shirtOf(range(86, 90), range(80, 86)), { severity: 'error', kind: 'range-falls', zone: 'chest', row: 'R1' }],
    ['an empty range', shirtOf(range(86, 86)), { severity: 'error', kind: 'range-empty', zone: 'chest', row: 'R0' }],
    ['inches', shirtOf(range(34, 36), range(36, 38)), { severity: 'error', kind: 'unit-doubtful', zone: 'chest' }],
    ['a repeated row', shirtOf(range(86, 90), range(86, 90)), { severity: 'error', kind: 'row-repeated', row: 'R1' }],
  ])('explains %s', (_what, chart, problem) => {
    expect(checkSizeChart(chart)).toEqual([problem]);
  });

  it('explains labels that repeat and zones that are missing', () => {
    const chart = exampleChart('shirt', { chest: 84 }, { labels: ['M', 'M'] });
    expect(checkSizeChart(chart)).toEqual([{ severity: 'error', kind: 'label-repeated', row: 'M' }]);
    const partly = { ...chart, rows: [{ label: 'S', body: { hip: range(88, 92) } }, { label: 'M', body: {} }] };
    expect(checkSizeChart(partly)).toEqual([{ severity: 'error', kind: 'main-zone-missing' }, { severity: 'warning', kind: 'zone-incomplete', zone: 'hip' }]);
  });
});
