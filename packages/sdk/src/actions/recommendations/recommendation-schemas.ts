import { CatalogSnapshot, ProductList, RecommendationTables } from '@vua/models/contracts';
import type { JsonSchema } from '../../find-fault.ts';

// Builds replace this module by the JSON of its exports (`tools/rollup/inline-schemas.ts`): typebox stays out of the page.

/** Answer of `GET /v1/products`. */
export const PRODUCT_LIST_SCHEMA = ProductList as JsonSchema;

/** Answer of `GET /v1/catalog/snapshot`. */
export const SNAPSHOT_SCHEMA = CatalogSnapshot as JsonSchema;

/** Answer of `GET /v1/recommendations/tables`. */
export const TABLES_SCHEMA = RecommendationTables as JsonSchema;
