import type { Product, SizeChart } from '@vua/models/contracts';
import type { FinderGlance, SizeFinder } from '@vua/sdk';
import type { CatalogClient } from './catalog-client.ts';

/** Asks the size finder of a list which sizes fit; undefined where nobody was measured on this device. */
export function createSizeGlances(catalog: Pick<CatalogClient, 'findSizeChart'>): (finder: SizeFinder, products: readonly Product[]) => Promise<readonly FinderGlance[] | undefined> {
  const charts = new Map<string, SizeChart>();
  const load = async ({ id }: Product): Promise<void> => {
    const found = charts.has(id) ? undefined : await catalog.findSizeChart(id);
    if (found?.status === 'found') charts.set(id, found.value);
  };
  return async (finder, products) => {
    await Promise.all(products.map(load));
    const known = products.filter(({ id }) => charts.has(id));
    const glances = await finder.glance(known.flatMap(({ id }) => charts.get(id) ?? []), known.map(({ audience }) => audience));
    return glances && products.map(({ id }) => glances[known.findIndex((product) => product.id === id)] ?? { status: 'unavailable', reason: 'chart-invalid' });
  };
}
