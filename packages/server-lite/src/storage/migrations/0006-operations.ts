import type { Migration } from './migration.ts';

/** Counts of measurements, proofs of erasure, runs of jobs. */
export const addOperations: Migration = {
  name: '0006-operations',
  sqlite: [
    `CREATE TABLE measurement_count (
       tenant_id TEXT NOT NULL,
       audience TEXT NOT NULL,
       zone TEXT NOT NULL,
       design TEXT NOT NULL,
       cell INTEGER NOT NULL,
       pending INTEGER NOT NULL CHECK (pending >= 0),
       published INTEGER NOT NULL CHECK (published >= 0),
       PRIMARY KEY (tenant_id, audience, zone, design, cell)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE erasure (
       id TEXT PRIMARY KEY,
       tenant_id TEXT NOT NULL,
       subject_hash TEXT NOT NULL,
       requested_ms INTEGER NOT NULL,
       finished_ms INTEGER,
       pending_subject TEXT,
       stores TEXT NOT NULL CHECK (json_valid(stores)),
       CHECK ((finished_ms IS NULL) = (pending_subject IS NOT NULL))
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX erasure_unfinished ON erasure (requested_ms) WHERE finished_ms IS NULL',
    'CREATE TABLE erasure_key (id INTEGER PRIMARY KEY CHECK (id = 1), secret TEXT NOT NULL) STRICT',
    `CREATE TABLE job_run (
       name TEXT PRIMARY KEY,
       owner TEXT NOT NULL,
       locked_until_ms INTEGER NOT NULL,
       started_ms INTEGER NOT NULL,
       finished_ms INTEGER,
       outcome TEXT
     ) STRICT, WITHOUT ROWID`,
  ],
  postgres: [
    `CREATE TABLE measurement_count (
       tenant_id text NOT NULL,
       audience text NOT NULL,
       zone text NOT NULL,
       design text NOT NULL,
       cell integer NOT NULL,
       pending bigint NOT NULL CHECK (pending >= 0),
       published bigint NOT NULL CHECK (published >= 0),
       PRIMARY KEY (tenant_id, audience, zone, design, cell)
     )`,
    `CREATE TABLE erasure (
       id text PRIMARY KEY,
       tenant_id text NOT NULL,
       subject_hash text NOT NULL,
       requested_ms bigint NOT NULL,
       finished_ms bigint,
       pending_subject text,
       stores text NOT NULL CHECK (stores IS JSON),
       CHECK ((finished_ms IS NULL) = (pending_subject IS NOT NULL))
     )`,
    'CREATE INDEX erasure_unfinished ON erasure (requested_ms) WHERE finished_ms IS NULL',
    'CREATE TABLE erasure_key (id integer PRIMARY KEY CHECK (id = 1), secret text NOT NULL)',
    `CREATE TABLE job_run (
       name text PRIMARY KEY,
       owner text NOT NULL,
       locked_until_ms bigint NOT NULL,
       started_ms bigint NOT NULL,
       finished_ms bigint,
       outcome text
     )`,
  ],
};
