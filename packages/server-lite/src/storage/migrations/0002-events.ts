import type { Migration } from './migration.ts';

// Columns of one event; see docs/storage.md. The months are made by the event log, each after the likeness of `events_other` or as a partition of `events`.
export const addEvents: Migration = {
  name: '0002-events',
  sqlite: [
    `CREATE TABLE events_other (
       tenant_id TEXT NOT NULL,
       id BLOB NOT NULL,
       type TEXT NOT NULL,
       anonymous_id TEXT NOT NULL,
       customer_id TEXT,
       session_id TEXT NOT NULL,
       item_id TEXT,
       time_ms INTEGER NOT NULL,
       received_ms INTEGER NOT NULL,
       data TEXT NOT NULL,
       checksum INTEGER NOT NULL,
       PRIMARY KEY (tenant_id, id)
     ) STRICT, WITHOUT ROWID`,
    // An index of every event by its subject would write a page for each: these say only in which stretch of ids to look, and most events find that said already.
    `CREATE TABLE event_subjects_other (
       tenant_id TEXT NOT NULL,
       subject TEXT NOT NULL,
       stretch INTEGER NOT NULL,
       checksum INTEGER NOT NULL,
       PRIMARY KEY (tenant_id, subject, stretch)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE event_times_other (
       tenant_id TEXT NOT NULL,
       time_stretch INTEGER NOT NULL,
       stretch INTEGER NOT NULL,
       checksum INTEGER NOT NULL,
       PRIMARY KEY (tenant_id, time_stretch, stretch)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE erased_subjects (
       tenant_id TEXT NOT NULL,
       subject_hash TEXT NOT NULL,
       erased_ms INTEGER NOT NULL,
       PRIMARY KEY (tenant_id, subject_hash)
     ) STRICT, WITHOUT ROWID`,
  ],
  postgres: [
    `CREATE TABLE events (
       tenant_id text COLLATE "C" NOT NULL,
       id uuid NOT NULL,
       type text NOT NULL,
       anonymous_id text COLLATE "C" NOT NULL,
       customer_id text COLLATE "C",
       session_id text NOT NULL,
       item_id text,
       time_ms bigint NOT NULL,
       received_ms bigint NOT NULL,
       data text NOT NULL,
       PRIMARY KEY (tenant_id, id)
     ) PARTITION BY RANGE (id)`,
    'CREATE INDEX events_time ON events (tenant_id, time_ms)',
    'CREATE INDEX events_anonymous ON events (tenant_id, anonymous_id)',
    'CREATE INDEX events_customer ON events (tenant_id, customer_id) WHERE customer_id IS NOT NULL',
    'CREATE TABLE events_other PARTITION OF events DEFAULT',
    `CREATE TABLE erased_subjects (
       tenant_id text COLLATE "C" NOT NULL,
       subject_hash text COLLATE "C" NOT NULL,
       erased_ms bigint NOT NULL,
       PRIMARY KEY (tenant_id, subject_hash)
     )`,
    // Every statement of the function sees what was committed before it began. The lock is shared by appends and exclusive to an
    // erasure: no event of a subject slips in between its deletion and its refusal. Answers with the places of the refused, from 0.
    `CREATE FUNCTION append_events(
       given_tenants text[], given_ids uuid[], given_types text[], given_anonymous text[], given_customers text[],
       given_sessions text[], given_items text[], given_times bigint[], given_received bigint[], given_data text[]
     ) RETURNS integer[] LANGUAGE plpgsql AS $$
     DECLARE refused integer[] := '{}';
     BEGIN
       PERFORM pg_advisory_xact_lock_shared(8531908);
       IF EXISTS (SELECT FROM erased_subjects) THEN
         SELECT coalesce(array_agg(given.place::integer - 1 ORDER BY given.place), '{}') INTO refused
         FROM unnest(given_tenants, given_anonymous, given_customers) WITH ORDINALITY AS given (tenant_id, anonymous_id, customer_id, place)
         WHERE EXISTS (
           SELECT FROM erased_subjects AS erased WHERE erased.tenant_id = given.tenant_id AND erased.subject_hash IN (
             encode(sha256(convert_to(given.tenant_id || chr(10) || given.anonymous_id, 'UTF8')), 'hex'),
             encode(sha256(convert_to(given.tenant_id || chr(10) || given.customer_id, 'UTF8')), 'hex')
           )
         );
       END IF;
       INSERT INTO events (tenant_id, id, type, anonymous_id, customer_id, session_id, item_id, time_ms, received_ms, data)
       SELECT given.a, given.b, given.c, given.d, given.e, given.f, given.g, given.h, given.i, given.j
       FROM unnest(given_tenants, given_ids, given_types, given_anonymous, given_customers, given_sessions, given_items, given_times, given_received, given_data)
         WITH ORDINALITY AS given (a, b, c, d, e, f, g, h, i, j, place)
       WHERE refused = '{}' OR given.place - 1 <> ALL (refused)
       -- Two transactions with the same events wait for each other in one order only.
       ORDER BY given.a, given.b
       ON CONFLICT (tenant_id, id) DO NOTHING;
       RETURN refused;
     END $$`,
  ],
};
