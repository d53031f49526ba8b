import { readFileSync } from 'node:fs';
import type { Product, SizeChart } from '@vua/models/contracts';
import { checkSizeChart } from '@vua/models/size';
import { describe, expect, it } from 'vitest';
import { DRAWN_PRODUCTS } from './draw-garment.ts';

const catalog = JSON.parse(readFileSync(new URL('../../catalog.json', import.meta.url), 'utf8')) as { products: Product[]; sizeCharts: SizeChart[]; stock: Record<string, Record<string, number>> };

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
  expect(catalog.products.map((product) => product.id).sort()).toEqual([...DRAWN_PRODUCTS].sort());
  expect(catalog.products.map((product) => product.sizeChartId).sort()).toEqual(catalog.sizeCharts.map((chart) => chart.id).sort());
});

it('counts every size of every product, and has some that are sold out', () => {
  for (const { id, sizeChartId } of catalog.products) {
    expect(Object.keys(catalog.stock[id] ?? {})).toEqual(catalog.sizeCharts.find((chart) => chart.id === sizeChartId)?.rows.map(({ label }) => label));
  }
  expect(Object.keys(catalog.stock).sort()).toEqual(catalog.products.map((product) => product.id).sort());
  expect(Object.values(catalog.stock).flatMap((sizes) => Object.values(sizes))).toContain(0);
});
