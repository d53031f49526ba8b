import type { CatalogTables } from './tables/catalog-tables.ts';
import type { EventTables } from './tables/event-tables.ts';
import type { IngestTables } from './tables/ingest-tables.ts';
import type { JobTables } from './tables/job-tables.ts';
import type { ModelTables } from './tables/model-tables.ts';
import type { PrivacyTables } from './tables/privacy-tables.ts';
import type { RecommendationDatabaseTables } from './tables/recommendation-tables.ts';
import type { StatisticsTables } from './tables/statistics-tables.ts';
import type { TenantTables } from './tables/tenant-tables.ts';
import type { TrendSourceTables } from './tables/trend-source-tables.ts';
import type { TrendTables } from './tables/trend-tables.ts';

/** Every table that repositories read and write, by its name. */
export interface Tables extends CatalogTables, EventTables, IngestTables, JobTables, ModelTables, PrivacyTables, RecommendationDatabaseTables, StatisticsTables, TenantTables, TrendSourceTables, TrendTables {}
