import type { Migration } from './migration.ts';

/** Experiment arms and consent of each event, as they were when it was captured. Events from before have neither: nobody wrote them down. */
export const addArmsAndConsent: Migration = {
  name: '0007-arms-and-consent',
  sqlite: [
    (eventTable) => `ALTER TABLE ${eventTable} ADD COLUMN arms TEXT`,
    (eventTable) => `ALTER TABLE ${eventTable} ADD COLUMN consent TEXT`,
  ],
  postgres: [
    // A process of the version before may just make a month, which locks its tables in another order.
    'SELECT pg_advisory_xact_lock(8531909)',
    'ALTER TABLE events ADD COLUMN arms text, ADD COLUMN consent text',
    // The one of migration 0002, with two columns more. That one stays: processes of the version before call it until the last of them has ended.
    `CREATE FUNCTION append_events(
       given_tenants text[], given_ids uuid[], given_types text[], given_anonymous text[], given_customers text[],
       given_sessions text[], given_items text[], given_times bigint[], given_received bigint[], given_data text[],
       given_arms text[], given_consents text[]
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
       INSERT INTO events (tenant_id, id, type, anonymous_id, customer_id, session_id, item_id, time_ms, received_ms, data, arms, consent)
       SELECT given.a, given.b, given.c, given.d, given.e, given.f, given.g, given.h, given.i, given.j, given.k, given.l
       FROM unnest(given_tenants, given_ids, given_types, given_anonymous, given_customers, given_sessions, given_items, given_times, given_received, given_data,
         given_arms, given_consents) WITH ORDINALITY AS given (a, b, c, d, e, f, g, h, i, j, k, l, place)
       WHERE refused = '{}' OR given.place - 1 <> ALL (refused)
       -- Two transactions with the same events wait for each other in one order only.
       ORDER BY given.a, given.b
       ON CONFLICT (tenant_id, id) DO NOTHING;
       RETURN refused;
     END $$`,
  ],
};
