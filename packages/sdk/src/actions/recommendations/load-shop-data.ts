import type { Product, ProductList, RecommendationRules, RecommendationTables } from '@vua/models/contracts';
import { type TableSources, readTables } from '@vua/models/recommend';
import { findFault } from '../../find-fault.ts';
import { type DataPlace, fetchKept, urlIn } from './fetch-json.ts';
import { PRODUCT_LIST_SCHEMA, TABLES_SCHEMA } from './recommendation-schemas.ts';

/** What the device knows of a shop. */
export interface ShopData {
  /** In the shop's own order. */
  readonly products: readonly Product[];
  /** What many shoppers do, and what the shop decided; undefined where the server has no tables. */
  readonly crowd: (Pick<TableSources, 'crowd' | 'followers'> & { readonly rules: RecommendationRules }) | undefined;
}

const isProductList = (given: unknown): given is ProductList => findFault(PRODUCT_LIST_SCHEMA, given) === undefined;
const isTables = (given: unknown): given is RecommendationTables => findFault(TABLES_SCHEMA, given) === undefined;

/** Undefined where the server is away and nothing was kept. */
export async function loadShopData(place: DataPlace): Promise<ShopData | undefined> {
  const [list, tables] = await Promise.all([
    fetchKept(urlIn(place, 'v1/products'), isProductList, place), fetchKept(urlIn(place, 'v1/recommendations/tables'), isTables, place),
  ]);
  return list && { products: list.products, crowd: tables && { ...readTables(tables), rules: tables.rules } };
}
