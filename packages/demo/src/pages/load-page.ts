import type { CatalogClient } from '../products/catalog-client.ts';
import { openProduct, type ShopPage } from './shop-state.ts';

/** What the address names: the list at `/`, a product at `/products/:id`. */
export async function loadPage(path: string, catalog: CatalogClient): Promise<ShopPage> {
  const id = /^\/products\/([^/]+)$/.exec(path)?.[1];
  return id === undefined ? loadList(catalog) : loadProduct(decodeURIComponent(id), catalog);
}

async function loadList(catalog: CatalogClient): Promise<ShopPage> {
  const found = await catalog.listProducts();
  // Single used pieces are found on the pages of what they are like.
  return found.status === 'found' ? { name: 'list', products: found.value.products.filter(({ condition }) => condition !== 'used') } : { name: 'unreachable' };
}

async function loadProduct(id: string, catalog: CatalogClient): Promise<ShopPage> {
  const [product, chart] = await Promise.all([catalog.findProduct(id), catalog.findSizeChart(id)]);
  if (product.status === 'found' && chart.status === 'found') return openProduct(product.value, chart.value);
  return product.status === 'unknown' ? { name: 'unknown-product' } : { name: 'unreachable' };
}
