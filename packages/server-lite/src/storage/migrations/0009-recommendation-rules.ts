import type { Migration } from './migration.ts';

/** Pins and exclusions of each shop. */
export const addRecommendationRules: Migration = {
  name: '0009-recommendation-rules',
  sqlite: [
    `CREATE TABLE recommendation_rules (
       tenant_id TEXT PRIMARY KEY,
       rules TEXT NOT NULL CHECK (json_valid(rules))
     ) STRICT, WITHOUT ROWID`,
  ],
  postgres: [
    `CREATE TABLE recommendation_rules (
       tenant_id text COLLATE "C" PRIMARY KEY,
       rules text NOT NULL CHECK (rules::json IS NOT NULL)
     )`,
  ],
};
