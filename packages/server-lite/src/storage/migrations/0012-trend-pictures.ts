import type { Migration } from './migration.ts';

/** What was seen in the pictures of posts. */
export const addTrendPictures: Migration = {
  name: '0012-trend-pictures',
  sqlite: [
    `CREATE TABLE trend_picture (
       tenant_id TEXT NOT NULL,
       source TEXT NOT NULL,
       post_id TEXT NOT NULL,
       posted_ms INTEGER NOT NULL,
       looked_ms INTEGER NOT NULL,
       tries INTEGER NOT NULL CHECK (tries > 0),
       outcome TEXT NOT NULL,
       colours TEXT NOT NULL CHECK (json_valid(colours)),
       PRIMARY KEY (tenant_id, source, post_id)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX trend_picture_time ON trend_picture (tenant_id, source, posted_ms)',
  ],
  postgres: [
    `CREATE TABLE trend_picture (
       tenant_id text COLLATE "C" NOT NULL,
       source text COLLATE "C" NOT NULL,
       post_id text COLLATE "C" NOT NULL,
       posted_ms bigint NOT NULL,
       looked_ms bigint NOT NULL,
       tries integer NOT NULL CHECK (tries > 0),
       outcome text NOT NULL,
       colours text NOT NULL,
       PRIMARY KEY (tenant_id, source, post_id)
     )`,
    'CREATE INDEX trend_picture_time ON trend_picture (tenant_id, source, posted_ms)',
  ],
};
