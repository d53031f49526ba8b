import type { Migration } from './migration.ts';

/** Ids of the events that came late, in the order in which they came. */
export const addLateEvents: Migration = {
  name: '0015-late-events',
  sqlite: [
    // AUTOINCREMENT: a place is never given twice, also where the last one was erased.
    `CREATE TABLE late_events (
       place INTEGER PRIMARY KEY AUTOINCREMENT,
       tenant_id TEXT NOT NULL,
       id BLOB NOT NULL
     ) STRICT`,
    'CREATE INDEX late_events_place ON late_events (tenant_id, place)',
    'CREATE INDEX late_events_id ON late_events (tenant_id, id)',
  ],
  postgres: [
    `CREATE TABLE late_events (
       place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
       tenant_id text COLLATE "C" NOT NULL,
       id uuid NOT NULL
     )`,
    'CREATE INDEX late_events_place ON late_events (tenant_id, place)',
    'CREATE INDEX late_events_id ON late_events (tenant_id, id)',
    // The one of migration 0007, which lists what comes late as well. That one stays: processes of the version before call it until the last of them has ended.
    // The lock makes the order of places that of the commits: whoever read up to a place misses nothing that gets a lower one.
    `CREATE FUNCTION append_events(
       given_tenants text[], given_ids uuid[], given_types text[], given_anonymous text[], given_customers text[],
       given_sessions text[], given_items text[], given_times bigint[], given_received bigint[], given_data text[],
       given_arms text[], given_consents text[], late_before uuid, late_kept bigint
     ) RETURNS integer[] LANGUAGE plpgsql AS $$
     DECLARE refused integer[] := '{}';
     BEGIN
       PERFORM pg_advisory_xact_lock_shared(8531908);
       IF EXISTS (SELECT FROM unnest(given_ids) AS given (id) WHERE given.id < late_before) THEN
         PERFORM pg_advisory_xact_lock(8531910);
       END IF;
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
       WITH added AS (
         INSERT INTO events (tenant_id, id, type, anonymous_id, customer_id, session_id, item_id, time_ms, received_ms, data, arms, consent)
         SELECT given.a, given.b, given.c, given.d, given.e, given.f, given.g, given.h, given.i, given.j, given.k, given.l
         FROM unnest(given_tenants, given_ids, given_types, given_anonymous, given_customers, given_sessions, given_items, given_times, given_received, given_data,
           given_arms, given_consents) WITH ORDINALITY AS given (a, b, c, d, e, f, g, h, i, j, k, l, place)
         WHERE refused = '{}' OR given.place - 1 <> ALL (refused)
         -- Two transactions with the same events wait for each other in one order only.
         ORDER BY given.a, given.b
         ON CONFLICT (tenant_id, id) DO NOTHING
         RETURNING tenant_id, id
       )
       INSERT INTO late_events (tenant_id, id) SELECT added.tenant_id, added.id FROM added WHERE added.id < late_before;
       IF FOUND THEN
         DELETE FROM late_events WHERE place <= (SELECT max(place) FROM late_events) - late_kept;
       END IF;
       RETURN refused;
     END $$`,
  ],
};
