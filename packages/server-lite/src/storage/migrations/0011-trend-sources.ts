import type { Migration } from './migration.ts';

/** Where shops collect trends, how far that is, what was answered, and the posts and points in it. */
export const addTrendSources: Migration = {
  name: '0011-trend-sources',
  sqlite: [
    `CREATE TABLE trend_source (
       tenant_id TEXT NOT NULL,
       source TEXT NOT NULL,
       base_url TEXT NOT NULL,
       sealed_token TEXT NOT NULL,
       account_ids TEXT NOT NULL CHECK (json_valid(account_ids)),
       regions TEXT NOT NULL CHECK (json_valid(regions)),
       tags TEXT NOT NULL CHECK (json_valid(tags)),
       saved_ms INTEGER NOT NULL,
       state TEXT NOT NULL CHECK (json_valid(state)),
       PRIMARY KEY (tenant_id, source)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE trend_cursor (
       tenant_id TEXT NOT NULL,
       source TEXT NOT NULL,
       tag TEXT NOT NULL,
       cursor TEXT CHECK (json_valid(cursor)),
       swept_ms INTEGER,
       held_until_ms INTEGER,
       PRIMARY KEY (tenant_id, source, tag)
     ) STRICT, WITHOUT ROWID`,
    // With row ids: bodies are long.
    `CREATE TABLE trend_snapshot (
       tenant_id TEXT NOT NULL,
       source TEXT NOT NULL,
       tag TEXT NOT NULL,
       taken_ms INTEGER NOT NULL,
       page INTEGER NOT NULL CHECK (page >= 0),
       question TEXT NOT NULL,
       http_status INTEGER NOT NULL,
       entries INTEGER NOT NULL CHECK (entries >= 0),
       is_saturated INTEGER NOT NULL CHECK (is_saturated IN (0, 1)),
       factor REAL,
       body TEXT NOT NULL,
       PRIMARY KEY (tenant_id, source, tag, taken_ms, page)
     ) STRICT`,
    'CREATE INDEX trend_snapshot_taken ON trend_snapshot (tenant_id, source, taken_ms)',
    `CREATE TABLE trend_post (
       tenant_id TEXT NOT NULL,
       source TEXT NOT NULL,
       tag TEXT NOT NULL,
       post_id TEXT NOT NULL,
       posted_ms INTEGER NOT NULL,
       first_seen_ms INTEGER NOT NULL,
       seen_ms INTEGER NOT NULL,
       caption TEXT,
       image_url TEXT,
       likes INTEGER,
       comments INTEGER,
       PRIMARY KEY (tenant_id, source, tag, post_id)
     ) STRICT`,
    'CREATE INDEX trend_post_time ON trend_post (tenant_id, source, tag, posted_ms)',
    `CREATE TABLE trend_point (
       tenant_id TEXT NOT NULL,
       source TEXT NOT NULL,
       tag TEXT NOT NULL,
       region TEXT NOT NULL,
       week_end_ms INTEGER NOT NULL,
       value REAL NOT NULL CHECK (value >= 0),
       seen_ms INTEGER NOT NULL,
       PRIMARY KEY (tenant_id, source, tag, region, week_end_ms)
     ) STRICT, WITHOUT ROWID`,
  ],
  postgres: [
    `CREATE TABLE trend_source (
       tenant_id text COLLATE "C" NOT NULL,
       source text COLLATE "C" NOT NULL,
       base_url text NOT NULL,
       sealed_token text NOT NULL,
       account_ids text NOT NULL CHECK (account_ids IS JSON),
       regions text NOT NULL CHECK (regions IS JSON),
       tags text NOT NULL CHECK (tags IS JSON),
       saved_ms bigint NOT NULL,
       state text NOT NULL CHECK (state IS JSON),
       PRIMARY KEY (tenant_id, source)
     )`,
    `CREATE TABLE trend_cursor (
       tenant_id text COLLATE "C" NOT NULL,
       source text COLLATE "C" NOT NULL,
       tag text COLLATE "C" NOT NULL,
       cursor text CHECK (cursor IS JSON),
       swept_ms bigint,
       held_until_ms bigint,
       PRIMARY KEY (tenant_id, source, tag)
     )`,
    `CREATE TABLE trend_snapshot (
       tenant_id text COLLATE "C" NOT NULL,
       source text COLLATE "C" NOT NULL,
       tag text COLLATE "C" NOT NULL,
       taken_ms bigint NOT NULL,
       page integer NOT NULL CHECK (page >= 0),
       question text NOT NULL,
       http_status integer NOT NULL,
       entries integer NOT NULL CHECK (entries >= 0),
       is_saturated integer NOT NULL CHECK (is_saturated IN (0, 1)),
       factor double precision,
       body text NOT NULL,
       PRIMARY KEY (tenant_id, source, tag, taken_ms, page)
     )`,
    'CREATE INDEX trend_snapshot_taken ON trend_snapshot (tenant_id, source, taken_ms)',
    `CREATE TABLE trend_post (
       tenant_id text COLLATE "C" NOT NULL,
       source text COLLATE "C" NOT NULL,
       tag text COLLATE "C" NOT NULL,
       post_id text COLLATE "C" NOT NULL,
       posted_ms bigint NOT NULL,
       first_seen_ms bigint NOT NULL,
       seen_ms bigint NOT NULL,
       caption text,
       image_url text,
       likes bigint,
       comments bigint,
       PRIMARY KEY (tenant_id, source, tag, post_id)
     )`,
    'CREATE INDEX trend_post_time ON trend_post (tenant_id, source, tag, posted_ms)',
    `CREATE TABLE trend_point (
       tenant_id text COLLATE "C" NOT NULL,
       source text COLLATE "C" NOT NULL,
       tag text COLLATE "C" NOT NULL,
       region text COLLATE "C" NOT NULL,
       week_end_ms bigint NOT NULL,
       value double precision NOT NULL CHECK (value >= 0),
       seen_ms bigint NOT NULL,
       PRIMARY KEY (tenant_id, source, tag, region, week_end_ms)
     )`,
  ],
};
