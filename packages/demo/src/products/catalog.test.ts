import { readFileSync } from 'node:fs';
import type { Product, SizeChart } from '@vua/models/contracts';
import { checkSizeChart } from '@vua/models/size';
import { describe, expect, it } from 'vitest';
import { drawingOf } from './draw-garment.ts';

const catalog = JSON.parse(readFileSync(new URL('../../catalog.json', import.meta.url), 'utf8')) as { products: Product[]; sizeCharts: SizeChart[]; stock: Record<string, Record<string, number>> };
const fresh = catalog.products.filter(({ condition }) => condition === undefined);
const used = catalog.products.filter(({ condition }) => condition === 'used');

describe.each(catalog.sizeCharts.map((chart) => [chart.id, chart] as const))('the chart of %s', (_id, chart) => {
  it('has nothing wrong or doubtful', () => expect(checkSizeChart(chart)).toEqual([]));

  it('is of garments that are larger than the bodies they are for', () => {
    const eases = chart.rows.flatMap(({ body, garmentCm }) => (['chest', 'waist', 'waistNavel', 'hip'] as const).flatMap((zone) => {
      const range = body[zone];
      return range === undefined ? [] : (garmentCm?.[zone] ?? 0) - (range.minCm + range.maxCm) / 2;
    }));
    expect(eases.length).toBeGreaterThan(0);
    expect(Math.min(...eases)).toBeGreaterThan(0);
  });
});

it('has a drawing and a chart for every product', () => {
  expect(catalog.products.filter(({ id }) => drawingOf(id) === undefined)).toEqual([]);
  expect(fresh.map((product) => product.sizeChartId).sort()).toEqual(catalog.sizeCharts.map((chart) => chart.id).sort());
});

it('counts every size of every product, and has some that are sold out', () => {
  for (const { id, sizeChartId } of fresh) {
    expect(Object.keys(catalog.stock[id] ?? {})).toEqual(catalog.sizeCharts.find((chart) => chart.id === sizeChartId)?.rows.map(({ label }) => label));
  }
  expect(Object.keys(catalog.stock).sort()).toEqual(catalog.products.map((product) => product.id).sort());
  expect(Object.values(catalog.stock).flatMap((sizes) => Object.values(sizes))).toContain(0);
});

it('has used pieces, each once, of what is sold new, and cheaper', () => {
  expect(used.length).toBeGreaterThan(3);
  for (const { id, sizeChartId, price } of used) {
    const sold = fresh.find((product) => `${product.id}-used` === id);
    expect([sizeChartId, price.amountMinor < (sold?.price.amountMinor ?? 0)]).toEqual([sold?.sizeChartId, true]);
    expect(Object.values(catalog.stock[id] ?? {})).toEqual([1]);
    expect(catalog.sizeCharts.find((chart) => chart.id === sizeChartId)?.rows.map(({ label }) => label)).toContain(Object.keys(catalog.stock[id] ?? {})[0]);
  }
});
