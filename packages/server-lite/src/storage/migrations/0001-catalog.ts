import type { Migration } from './migration.ts';

/** `details` holds what is only ever read whole, as JSON. */
export const addCatalog: Migration = {
  name: '0001-catalog',
  sqlite: [
    `CREATE TABLE size_chart (
       id TEXT PRIMARY KEY,
       details TEXT NOT NULL CHECK (json_valid(details))
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE product (
       id TEXT PRIMARY KEY,
       position INTEGER NOT NULL,
       price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
       currency TEXT NOT NULL,
       size_chart_id TEXT NOT NULL REFERENCES size_chart (id),
       details TEXT NOT NULL CHECK (json_valid(details))
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX product_position ON product (position)',
  ],
  postgres: [
    `CREATE TABLE size_chart (
       id text PRIMARY KEY,
       details text NOT NULL CHECK (details::json IS NOT NULL)
     )`,
    `CREATE TABLE product (
       id text PRIMARY KEY,
       position integer NOT NULL,
       price_minor bigint NOT NULL CHECK (price_minor >= 0),
       currency text NOT NULL,
       size_chart_id text NOT NULL REFERENCES size_chart (id),
       details text NOT NULL CHECK (details::json IS NOT NULL)
     )`,
    'CREATE INDEX product_position ON product (position)',
  ],
};
