import type { SizeChart } from '@vua/models/contracts';
import { itemsOf, type Catalog } from './catalog-file.ts';
import { inOrder, type CatalogItem } from './catalog-item.ts';
import type { CatalogChange, CatalogRepository } from './catalog-repository.ts';
import { DEMO_TENANT_ID } from './demo-tenant.ts';

interface Shelf {
  /** In the shop's order. */
  readonly items: Map<string, CatalogItem>;
  readonly withdrawn: Set<string>;
  readonly charts: Map<string, SizeChart>;
}

/** Catalogs that live as long as the process; `seed` is that of the tenant `demo`. */
export function createMemoryCatalog(seed?: Catalog): CatalogRepository {
  const shelves = new Map<string, Shelf>();
  const shelfOf = (tenantId: string): Shelf => shelves.get(tenantId) ?? { items: new Map(), withdrawn: new Set(), charts: new Map() };
  const sold = (tenantId: string): CatalogItem[] => {
    const { items, withdrawn } = shelfOf(tenantId);
    return [...items.values()].filter(({ id }) => !withdrawn.has(id));
  };
  const save = async (tenantId: string, change: CatalogChange): Promise<void> => void shelves.set(tenantId, changed(shelfOf(tenantId), checked(shelfOf(tenantId), structuredClone(change))));
  if (seed !== undefined) shelves.set(DEMO_TENANT_ID, changed(shelfOf(DEMO_TENANT_ID), structuredClone({ items: itemsOf(seed), sizeCharts: seed.sizeCharts, atMs: 0 })));
  return {
    listItems: async (tenantId) => sold(tenantId),
    findItems: async (tenantId, ids) => {
      const wanted = new Set(ids);
      return sold(tenantId).filter(({ id }) => wanted.has(id));
    },
    listIds: async (tenantId) => sold(tenantId).map(({ id }) => id),
    findSizeCharts: async (tenantId, ids) => {
      const { charts } = shelfOf(tenantId);
      return [...new Set(ids)].flatMap((id) => charts.get(id) ?? []);
    },
    save,
  };
}

function changed(shelf: Shelf, { items, withdrawnIds = [], sizeCharts = [] }: CatalogChange): Shelf {
  const charts = new Map([...shelf.charts, ...sizeCharts.map((chart) => [chart.id, chart] as const)]);
  const saved = new Set(items.map(({ id }) => id));
  return {
    charts,
    items: new Map([...shelf.items, ...items.map((item) => [item.id, inOrder(item)] as const)]),
    withdrawn: new Set([...[...shelf.withdrawn].filter((id) => !saved.has(id)), ...withdrawnIds]),
  };
}

function checked(shelf: Shelf, change: CatalogChange): CatalogChange {
  const known = new Set([...shelf.charts.keys(), ...(change.sizeCharts ?? []).map(({ id }) => id)]);
  const stray = change.items.find(({ sizeChartId }) => !known.has(sizeChartId));
  if (stray !== undefined) throw new Error(`item ${stray.id} names the unknown size chart ${stray.sizeChartId}`);
  return change;
}
