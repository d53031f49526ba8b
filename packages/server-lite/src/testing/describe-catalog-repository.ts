import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogRepository } from '../catalog/catalog-repository.ts';
import { sampleCatalog, sampleChart, sampleProduct } from './sample-catalog.ts';

export interface OpenedRepository {
  readonly repository: CatalogRepository;
  readonly close: () => void;
}

/** What every catalog repository must do. */
export const describeCatalogRepository = (name: string, open: () => OpenedRepository): void => void describe(`${name} catalog`, () => {
  let opened: OpenedRepository;
  beforeEach(() => {
    opened = open();
  });
  afterEach(() => opened.close());

  it('starts empty', async () => {
    expect(await opened.repository.listProducts()).toEqual([]);
    expect(await opened.repository.findProduct('shirt-a')).toBeUndefined();
    expect(await opened.repository.findSizeChart('shirt-chart')).toBeUndefined();
  });

  it('gives back every field, and the order of the shop', async () => {
    await opened.repository.replace(sampleCatalog());
    expect(await opened.repository.listProducts()).toEqual(sampleCatalog().products);
    expect(await opened.repository.findProduct('shirt-a')).toEqual(sampleProduct('shirt-a'));
    expect(await opened.repository.findSizeChart('shirt-chart')).toEqual(sampleChart());
  });

  it('keeps amounts to the unit', async () => {
    const price = { amountMinor: Number.MAX_SAFE_INTEGER, currency: 'VND' } as const;
    await opened.repository.replace({ products: [sampleProduct('shirt-a', { price })], sizeCharts: [sampleChart()] });
    expect((await opened.repository.findProduct('shirt-a'))?.price).toEqual(price);
  });

  it('replaces all that was there', async () => {
    await opened.repository.replace(sampleCatalog());
    await opened.repository.replace({ products: [sampleProduct('dress', { sizeChartId: 'other' })], sizeCharts: [sampleChart('other')] });
    expect((await opened.repository.listProducts()).map((product) => product.id)).toEqual(['dress']);
    expect(await opened.repository.findSizeChart('shirt-chart')).toBeUndefined();
  });

  it('replaces nothing when a product names an unknown chart', async () => {
    await opened.repository.replace(sampleCatalog());
    const broken = { products: [sampleProduct('dress', { sizeChartId: 'missing' })], sizeCharts: [sampleChart()] };
    await expect(opened.repository.replace(broken)).rejects.toThrow(/size chart|FOREIGN KEY/);
    expect(await opened.repository.listProducts()).toHaveLength(2);
  });

  it('takes ids as data', async () => {
    await opened.repository.replace(sampleCatalog());
    expect(await opened.repository.findProduct("' OR 1=1 --")).toBeUndefined();
  });
});
