import type { Migration } from './migration.ts';

/** The catalog of each tenant, with prices, sales and stock by size. What one shop had before belongs to the tenant `demo`. */
export const addCatalogTenants: Migration = {
  name: '0004-catalog-tenants',
  sqlite: [
    `CREATE TABLE catalog_size_chart (
       tenant_id TEXT NOT NULL,
       id TEXT NOT NULL,
       details TEXT NOT NULL CHECK (json_valid(details)),
       PRIMARY KEY (tenant_id, id)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE catalog_item (
       tenant_id TEXT NOT NULL,
       id TEXT NOT NULL,
       position INTEGER NOT NULL,
       price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
       currency TEXT NOT NULL,
       size_chart_id TEXT NOT NULL,
       details TEXT NOT NULL CHECK (json_valid(details)),
       withdrawn_ms INTEGER,
       PRIMARY KEY (tenant_id, id),
       FOREIGN KEY (tenant_id, size_chart_id) REFERENCES catalog_size_chart (tenant_id, id)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX catalog_item_position ON catalog_item (tenant_id, position)',
    `CREATE TABLE catalog_stock (
       tenant_id TEXT NOT NULL,
       item_id TEXT NOT NULL,
       size_label TEXT NOT NULL,
       quantity INTEGER CHECK (quantity >= 0),
       PRIMARY KEY (tenant_id, item_id, size_label),
       FOREIGN KEY (tenant_id, item_id) REFERENCES catalog_item (tenant_id, id) ON DELETE CASCADE
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE catalog_sale (
       tenant_id TEXT NOT NULL,
       item_id TEXT NOT NULL,
       starts_ms INTEGER NOT NULL,
       ends_ms INTEGER NOT NULL,
       price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
       PRIMARY KEY (tenant_id, item_id, starts_ms, ends_ms, price_minor),
       FOREIGN KEY (tenant_id, item_id) REFERENCES catalog_item (tenant_id, id) ON DELETE CASCADE,
       CHECK (starts_ms < ends_ms)
     ) STRICT, WITHOUT ROWID`,
    "INSERT INTO catalog_size_chart (tenant_id, id, details) SELECT 'demo', id, details FROM size_chart",
    `INSERT INTO catalog_item (tenant_id, id, position, price_minor, currency, size_chart_id, details)
       SELECT 'demo', id, position, price_minor, currency, size_chart_id, json_remove(details, '$.sizesInStock') FROM product`,
    // Nobody counted pieces: a size of the list has some, one that is not on it has none. Without a list stock is not kept.
    `INSERT INTO catalog_stock (tenant_id, item_id, size_label, quantity)
       SELECT 'demo', product.id, row.value ->> '$.label', CASE WHEN EXISTS (
         SELECT 1 FROM json_each(product.details, '$.sizesInStock') AS size WHERE size.value = row.value ->> '$.label'
       ) THEN NULL ELSE 0 END
       FROM product JOIN size_chart ON size_chart.id = product.size_chart_id, json_each(size_chart.details, '$.rows') AS row
       WHERE json_type(product.details, '$.sizesInStock') = 'array'`,
    'DROP TABLE product',
    'DROP TABLE size_chart',
  ],
  postgres: [
    `CREATE TABLE catalog_size_chart (
       tenant_id text COLLATE "C" NOT NULL,
       id text COLLATE "C" NOT NULL,
       details text NOT NULL CHECK (details::json IS NOT NULL),
       PRIMARY KEY (tenant_id, id)
     )`,
    `CREATE TABLE catalog_item (
       tenant_id text COLLATE "C" NOT NULL,
       id text COLLATE "C" NOT NULL,
       position integer NOT NULL,
       price_minor bigint NOT NULL CHECK (price_minor >= 0),
       currency text NOT NULL,
       size_chart_id text COLLATE "C" NOT NULL,
       details text NOT NULL CHECK (details::json IS NOT NULL),
       withdrawn_ms bigint,
       PRIMARY KEY (tenant_id, id),
       FOREIGN KEY (tenant_id, size_chart_id) REFERENCES catalog_size_chart (tenant_id, id)
     )`,
    'CREATE INDEX catalog_item_position ON catalog_item (tenant_id, position)',
    `CREATE TABLE catalog_stock (
       tenant_id text COLLATE "C" NOT NULL,
       item_id text COLLATE "C" NOT NULL,
       size_label text COLLATE "C" NOT NULL,
       quantity integer CHECK (quantity >= 0),
       PRIMARY KEY (tenant_id, item_id, size_label),
       FOREIGN KEY (tenant_id, item_id) REFERENCES catalog_item (tenant_id, id) ON DELETE CASCADE
     )`,
    `CREATE TABLE catalog_sale (
       tenant_id text COLLATE "C" NOT NULL,
       item_id text COLLATE "C" NOT NULL,
       starts_ms bigint NOT NULL,
       ends_ms bigint NOT NULL,
       price_minor bigint NOT NULL CHECK (price_minor >= 0),
       PRIMARY KEY (tenant_id, item_id, starts_ms, ends_ms, price_minor),
       FOREIGN KEY (tenant_id, item_id) REFERENCES catalog_item (tenant_id, id) ON DELETE CASCADE,
       CHECK (starts_ms < ends_ms)
     )`,
    "INSERT INTO catalog_size_chart (tenant_id, id, details) SELECT 'demo', id, details FROM size_chart",
    `INSERT INTO catalog_item (tenant_id, id, position, price_minor, currency, size_chart_id, details)
       SELECT 'demo', id, position, price_minor, currency, size_chart_id, (details::jsonb - 'sizesInStock')::text FROM product`,
    `INSERT INTO catalog_stock (tenant_id, item_id, size_label, quantity)
       SELECT 'demo', product.id, row ->> 'label', CASE WHEN jsonb_exists(product.details::jsonb -> 'sizesInStock', row ->> 'label') THEN NULL ELSE 0 END
       FROM product JOIN size_chart ON size_chart.id = product.size_chart_id, jsonb_array_elements(size_chart.details::jsonb -> 'rows') AS row
       WHERE jsonb_typeof(product.details::jsonb -> 'sizesInStock') = 'array'`,
    'DROP TABLE product',
    'DROP TABLE size_chart',
  ],
};
