import type { Migration } from './migration.ts';

/** Events that were not taken, and proofs of consent. */
export const addIngest: Migration = {
  name: '0005-ingest',
  sqlite: [
    `CREATE TABLE quarantine (
       tenant_id TEXT NOT NULL,
       id TEXT NOT NULL,
       received_ms INTEGER NOT NULL,
       code TEXT NOT NULL,
       path TEXT,
       event_id TEXT,
       anonymous_id TEXT,
       customer_id TEXT,
       body TEXT,
       PRIMARY KEY (tenant_id, id)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX quarantine_received ON quarantine (received_ms)',
    `CREATE TABLE consent_record (
       tenant_id TEXT NOT NULL,
       id TEXT NOT NULL,
       received_ms INTEGER NOT NULL,
       anonymous_id TEXT NOT NULL,
       time_ms INTEGER NOT NULL,
       analytics TEXT NOT NULL,
       personalization TEXT NOT NULL,
       statistics TEXT NOT NULL,
       text_version TEXT NOT NULL,
       source TEXT NOT NULL,
       PRIMARY KEY (tenant_id, id)
     ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX consent_record_anonymous ON consent_record (tenant_id, anonymous_id)',
    'CREATE INDEX consent_record_received ON consent_record (received_ms)',
  ],
  postgres: [
    `CREATE TABLE quarantine (
       tenant_id text COLLATE "C" NOT NULL,
       id text COLLATE "C" NOT NULL,
       received_ms bigint NOT NULL,
       code text NOT NULL,
       path text,
       event_id text,
       anonymous_id text,
       customer_id text,
       body text,
       PRIMARY KEY (tenant_id, id)
     )`,
    'CREATE INDEX quarantine_received ON quarantine (received_ms)',
    `CREATE TABLE consent_record (
       tenant_id text COLLATE "C" NOT NULL,
       id text COLLATE "C" NOT NULL,
       received_ms bigint NOT NULL,
       anonymous_id text COLLATE "C" NOT NULL,
       time_ms bigint NOT NULL,
       analytics text NOT NULL,
       personalization text NOT NULL,
       statistics text NOT NULL,
       text_version text NOT NULL,
       source text NOT NULL,
       PRIMARY KEY (tenant_id, id)
     )`,
    'CREATE INDEX consent_record_anonymous ON consent_record (tenant_id, anonymous_id)',
    'CREATE INDEX consent_record_received ON consent_record (received_ms)',
  ],
};
