import type { Migration } from './migration.ts';

/** Versions of models, and the bytes of their files in chunks: all processes reach them, and a backup of the database has them. */
export const addModels: Migration = {
  name: '0008-models',
  sqlite: [
    `CREATE TABLE model_file (
       tenant_id TEXT NOT NULL,
       sha256 TEXT NOT NULL,
       bytes INTEGER NOT NULL,
       put_ms INTEGER NOT NULL,
       is_whole INTEGER NOT NULL,
       PRIMARY KEY (tenant_id, sha256)
     ) STRICT, WITHOUT ROWID`,
    // With row ids: a B-tree of keys is no place for values of half a megabyte.
    `CREATE TABLE model_file_chunk (
       tenant_id TEXT NOT NULL,
       sha256 TEXT NOT NULL,
       place INTEGER NOT NULL,
       content BLOB NOT NULL,
       PRIMARY KEY (tenant_id, sha256, place),
       FOREIGN KEY (tenant_id, sha256) REFERENCES model_file ON DELETE CASCADE
     ) STRICT`,
    `CREATE TABLE model_version (
       tenant_id TEXT NOT NULL,
       kind TEXT NOT NULL,
       version TEXT NOT NULL,
       created_ms INTEGER NOT NULL,
       status TEXT NOT NULL,
       canary_share REAL CHECK (canary_share > 0 AND canary_share < 1),
       activated_ms INTEGER,
       metrics TEXT NOT NULL CHECK (json_valid(metrics)),
       data_from_ms INTEGER,
       data_to_ms INTEGER,
       manifest TEXT NOT NULL CHECK (json_valid(manifest)),
       PRIMARY KEY (tenant_id, kind, version),
       CHECK ((status = 'canary') = (canary_share IS NOT NULL))
     ) STRICT, WITHOUT ROWID`,
    "CREATE UNIQUE INDEX model_version_active ON model_version (tenant_id, kind) WHERE status = 'active'",
    "CREATE UNIQUE INDEX model_version_canary ON model_version (tenant_id, kind) WHERE status = 'canary'",
    `CREATE TABLE model_version_file (
       tenant_id TEXT NOT NULL,
       kind TEXT NOT NULL,
       version TEXT NOT NULL,
       place INTEGER NOT NULL,
       name TEXT NOT NULL,
       sha256 TEXT NOT NULL,
       PRIMARY KEY (tenant_id, kind, version, name),
       FOREIGN KEY (tenant_id, kind, version) REFERENCES model_version ON DELETE CASCADE,
       FOREIGN KEY (tenant_id, sha256) REFERENCES model_file
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX model_version_file_content ON model_version_file (tenant_id, sha256)',
  ],
  postgres: [
    `CREATE TABLE model_file (
       tenant_id text COLLATE "C" NOT NULL,
       sha256 text COLLATE "C" NOT NULL,
       bytes integer NOT NULL,
       put_ms bigint NOT NULL,
       is_whole integer NOT NULL,
       PRIMARY KEY (tenant_id, sha256)
     )`,
    `CREATE TABLE model_file_chunk (
       tenant_id text COLLATE "C" NOT NULL,
       sha256 text COLLATE "C" NOT NULL,
       place integer NOT NULL,
       content bytea NOT NULL,
       PRIMARY KEY (tenant_id, sha256, place),
       FOREIGN KEY (tenant_id, sha256) REFERENCES model_file ON DELETE CASCADE
     )`,
    // Weights do not get smaller by packing.
    'ALTER TABLE model_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL',
    `CREATE TABLE model_version (
       tenant_id text COLLATE "C" NOT NULL,
       kind text COLLATE "C" NOT NULL,
       version text COLLATE "C" NOT NULL,
       created_ms bigint NOT NULL,
       status text NOT NULL,
       canary_share double precision CHECK (canary_share > 0 AND canary_share < 1),
       activated_ms bigint,
       metrics text NOT NULL CHECK (metrics IS JSON),
       data_from_ms bigint,
       data_to_ms bigint,
       manifest text NOT NULL CHECK (manifest IS JSON),
       PRIMARY KEY (tenant_id, kind, version),
       CHECK ((status = 'canary') = (canary_share IS NOT NULL))
     )`,
    "CREATE UNIQUE INDEX model_version_active ON model_version (tenant_id, kind) WHERE status = 'active'",
    "CREATE UNIQUE INDEX model_version_canary ON model_version (tenant_id, kind) WHERE status = 'canary'",
    `CREATE TABLE model_version_file (
       tenant_id text COLLATE "C" NOT NULL,
       kind text COLLATE "C" NOT NULL,
       version text COLLATE "C" NOT NULL,
       place integer NOT NULL,
       name text COLLATE "C" NOT NULL,
       sha256 text COLLATE "C" NOT NULL,
       PRIMARY KEY (tenant_id, kind, version, name),
       FOREIGN KEY (tenant_id, kind, version) REFERENCES model_version ON DELETE CASCADE,
       FOREIGN KEY (tenant_id, sha256) REFERENCES model_file
     )`,
    'CREATE INDEX model_version_file_content ON model_version_file (tenant_id, sha256)',
  ],
};
