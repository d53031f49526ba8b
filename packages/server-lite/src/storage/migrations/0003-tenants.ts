import type { Migration } from './migration.ts';

/** Shops, the public keys of their pages, and the secret keys of their programs. */
export const addTenants: Migration = {
  name: '0003-tenants',
  sqlite: [
    `CREATE TABLE tenant (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       created_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE site (
       site_key TEXT PRIMARY KEY,
       tenant_id TEXT NOT NULL REFERENCES tenant (id),
       origins TEXT NOT NULL CHECK (json_valid(origins)),
       created_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE api_key (
       id TEXT PRIMARY KEY,
       tenant_id TEXT NOT NULL REFERENCES tenant (id),
       secret_hash TEXT NOT NULL CHECK (length(secret_hash) = 64),
       permissions TEXT NOT NULL,
       created_ms INTEGER NOT NULL,
       expires_ms INTEGER,
       revoked_ms INTEGER
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX api_key_tenant ON api_key (tenant_id)',
  ],
  postgres: [
    `CREATE TABLE tenant (
       id text COLLATE "C" PRIMARY KEY,
       name text NOT NULL,
       created_ms bigint NOT NULL
     )`,
    `CREATE TABLE site (
       site_key text COLLATE "C" PRIMARY KEY,
       tenant_id text COLLATE "C" NOT NULL REFERENCES tenant (id),
       origins text NOT NULL CHECK (origins::json IS NOT NULL),
       created_ms bigint NOT NULL
     )`,
    `CREATE TABLE api_key (
       id text COLLATE "C" PRIMARY KEY,
       tenant_id text COLLATE "C" NOT NULL REFERENCES tenant (id),
       secret_hash text NOT NULL CHECK (length(secret_hash) = 64),
       permissions text NOT NULL,
       created_ms bigint NOT NULL,
       expires_ms bigint,
       revoked_ms bigint
     )`,
    'CREATE INDEX api_key_tenant ON api_key (tenant_id)',
    // Unlogged: what a crash of the database forgets here is a fresh start for everybody's limit.
    `CREATE UNLOGGED TABLE rate_bucket (
       bucket text COLLATE "C" PRIMARY KEY,
       tokens double precision NOT NULL,
       granted double precision NOT NULL,
       per_second double precision NOT NULL,
       burst double precision NOT NULL,
       updated_ms double precision NOT NULL
     )`,
  ],
};
