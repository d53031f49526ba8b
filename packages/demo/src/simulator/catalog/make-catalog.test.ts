import { Product, SizeChart } from '@vua/models/contracts';
import { expect, it } from 'vitest';
import { compileCheck } from '../../../../server-lite/src/ingest/event-checks.ts';
import { seasonFactor } from './season.ts';
import { makeCatalog } from './make-catalog.ts';

const [checkProduct, checkChart] = [compileCheck(Product), compileCheck(SizeChart)];
const span = { startDay: 20_454, days: 60 };
const items = makeCatalog({ ...span, items: 500, seed: 3 });

it('makes products and charts that the contract takes', () => {
  expect(items.filter(({ product }) => checkProduct(product) !== undefined)).toEqual([]);
  expect(items.filter(({ product, chart }) => checkChart(chart) !== undefined || chart.id !== product.sizeChartId || chart.garmentType !== product.garmentType)).toEqual([]);
  expect(new Set(items.map(({ product }) => product.id)).size).toBe(500);
  expect(new Set(items.map(({ product }) => product.garmentType)).size).toBe(11);
});

it('makes the same products for a seed, whatever the span', () => {
  expect(makeCatalog({ ...span, items: 500, seed: 3 })).toEqual(items);
  expect(makeCatalog({ startDay: 19_000, days: 365, items: 500, seed: 3 }).map(({ product }) => product)).toEqual(items.map(({ product }) => product));
  expect(makeCatalog({ ...span, items: 500, seed: 4 })).not.toEqual(items);
});

it('gives every size a piece and every trait a number', () => {
  expect(items.flatMap(({ pieces }) => Object.values(pieces)).filter((count) => !(Number.isInteger(count) && count > 0))).toEqual([]);
  expect(items.flatMap(({ traits: { style, ...rest } }) => [...style, ...Object.values(rest)]).filter((value) => !Number.isFinite(value))).toEqual([]);
});

it('has a season that is level over the year where warmth is', () => {
  expect(seasonFactor(1, 20_454 + 14)).toBeGreaterThan(10 * seasonFactor(1, 20_454 + 196));
  expect(seasonFactor(0, 20_454 + 14)).toBeLessThan(seasonFactor(0, 20_454 + 196) / 5);
  expect(seasonFactor(0.45, 20_454)).toBe(1);
});
