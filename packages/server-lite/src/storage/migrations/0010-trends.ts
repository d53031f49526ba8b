import type { Migration } from './migration.ts';

/** The weekly feature table of trends, fits of the forecast, and what was forecast against what came true. */
export const addTrends: Migration = {
  name: '0010-trends',
  sqlite: [
    `CREATE TABLE trend_week (
       tenant_id TEXT NOT NULL,
       source TEXT NOT NULL,
       tag TEXT NOT NULL,
       week INTEGER NOT NULL,
       value REAL NOT NULL CHECK (value >= 0),
       count REAL NOT NULL CHECK (count >= 0),
       engagement REAL,
       sentiment REAL CHECK (sentiment BETWEEN -1 AND 1),
       seen_ms INTEGER NOT NULL,
       PRIMARY KEY (tenant_id, source, tag, week)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE trend_revision (
       tenant_id TEXT PRIMARY KEY,
       revision INTEGER NOT NULL,
       built_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE trend_fit (
       tenant_id TEXT NOT NULL,
       version INTEGER NOT NULL,
       made_ms INTEGER NOT NULL,
       adjusted_ms INTEGER NOT NULL,
       status TEXT NOT NULL CHECK (status IN ('live', 'kept', 'refused')),
       reason TEXT NOT NULL,
       report TEXT NOT NULL CHECK (json_valid(report)),
       fit TEXT NOT NULL CHECK (json_valid(fit)),
       shadow TEXT NOT NULL CHECK (json_valid(shadow)),
       PRIMARY KEY (tenant_id, version)
     ) STRICT`,
    "CREATE UNIQUE INDEX trend_fit_live ON trend_fit (tenant_id) WHERE status = 'live'",
    `CREATE TABLE trend_forecast (
       tenant_id TEXT NOT NULL,
       source TEXT NOT NULL,
       tag TEXT NOT NULL,
       origin_week INTEGER NOT NULL,
       version INTEGER NOT NULL,
       change REAL NOT NULL,
       baseline REAL NOT NULL,
       low80 REAL NOT NULL,
       high80 REAL NOT NULL,
       low95 REAL NOT NULL,
       high95 REAL NOT NULL,
       class TEXT NOT NULL,
       typical_miss REAL NOT NULL,
       history_weeks INTEGER NOT NULL,
       actual REAL,
       PRIMARY KEY (tenant_id, source, tag, origin_week)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX trend_forecast_origin ON trend_forecast (tenant_id, origin_week)',
  ],
  postgres: [
    `CREATE TABLE trend_week (
       tenant_id text COLLATE "C" NOT NULL,
       source text COLLATE "C" NOT NULL,
       tag text COLLATE "C" NOT NULL,
       week integer NOT NULL,
       value double precision NOT NULL CHECK (value >= 0),
       count double precision NOT NULL CHECK (count >= 0),
       engagement double precision,
       sentiment double precision CHECK (sentiment BETWEEN -1 AND 1),
       seen_ms bigint NOT NULL,
       PRIMARY KEY (tenant_id, source, tag, week)
     )`,
    `CREATE TABLE trend_revision (
       tenant_id text COLLATE "C" PRIMARY KEY,
       revision bigint NOT NULL,
       built_ms bigint NOT NULL
     )`,
    `CREATE TABLE trend_fit (
       tenant_id text COLLATE "C" NOT NULL,
       version integer NOT NULL,
       made_ms bigint NOT NULL,
       adjusted_ms bigint NOT NULL,
       status text NOT NULL CHECK (status IN ('live', 'kept', 'refused')),
       reason text NOT NULL,
       report text NOT NULL CHECK (report IS JSON),
       fit text NOT NULL CHECK (fit IS JSON),
       shadow text NOT NULL CHECK (shadow IS JSON),
       PRIMARY KEY (tenant_id, version)
     )`,
    "CREATE UNIQUE INDEX trend_fit_live ON trend_fit (tenant_id) WHERE status = 'live'",
    `CREATE TABLE trend_forecast (
       tenant_id text COLLATE "C" NOT NULL,
       source text COLLATE "C" NOT NULL,
       tag text COLLATE "C" NOT NULL,
       origin_week integer NOT NULL,
       version integer NOT NULL,
       change double precision NOT NULL,
       baseline double precision NOT NULL,
       low80 double precision NOT NULL,
       high80 double precision NOT NULL,
       low95 double precision NOT NULL,
       high95 double precision NOT NULL,
       class text NOT NULL,
       typical_miss double precision NOT NULL,
       history_weeks integer NOT NULL,
       actual double precision,
       PRIMARY KEY (tenant_id, source, tag, origin_week)
     )`,
    'CREATE INDEX trend_forecast_origin ON trend_forecast (tenant_id, origin_week)',
  ],
};
