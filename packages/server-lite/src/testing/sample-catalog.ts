import type { Product, SizeChart } from '@vua/models/contracts';
import type { Catalog } from '../catalog/catalog-file.ts';
import type { CatalogItem } from '../catalog/catalog-item.ts';

/** A small chart with every optional field. */
export const sampleChart = (id = 'shirt-chart'): SizeChart => ({
  id,
  garmentType: 'shirt',
  fit: 'regular',
  rows: [
    { label: 'S', systems: { eu: '36', vn: 'S' }, body: { chest: { minCm: 80, maxCm: 88 } }, garmentCm: { chest: 96 } },
    { label: 'M', body: { chest: { minCm: 88, maxCm: 96 }, waist: { minCm: 70, maxCm: 76.5 } } },
  ],
});

export const sampleProduct = (id: string, changes: Partial<Product> = {}): Product => ({
  id,
  garmentType: 'shirt',
  audience: 'unisex',
  name: { vi: 'Áo sơ mi', en: 'Shirt' },
  description: { vi: 'Áo', en: 'A shirt' },
  material: { vi: 'Lanh', en: 'Linen' },
  price: { amountMinor: 650_000, currency: 'VND' },
  colours: [{ id: 'ivory', name: { vi: 'Trắng ngà', en: 'Ivory' }, hex: '#e9e4d8' }],
  sizeChartId: 'shirt-chart',
  ...changes,
});

/** The same product as it is kept; nobody counts its stock. */
export const sampleItem = (id: string, changes: Partial<CatalogItem> = {}): CatalogItem => ({ ...sampleProduct(id), stock: [], sales: [], ...changes });

export const sampleCatalog = (): Catalog => ({ products: [sampleProduct('shirt-b'), sampleProduct('shirt-a')], sizeCharts: [sampleChart()] });
