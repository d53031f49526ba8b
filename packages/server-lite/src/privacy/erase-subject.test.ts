import { sql } from 'kysely';
import { fastify, type FastifyInstance } from 'fastify';
import type { Erasure, EventReceipt, SubjectExport } from '@vua/models/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handleErrors } from '../http/handle-errors.ts';
import { createDatabaseConsents } from '../ingest/database-consents.ts';
import { createDatabaseQuarantine } from '../ingest/database-quarantine.ts';
import { ingestRoutes } from '../ingest/ingest-routes.ts';
import { createIngestService, type IngestService } from '../ingest/ingest-service.ts';
import { SAMPLE_TIME_MS, sampleConsent, sampleEvent } from '../ingest/testing/sample-events.ts';
import type { Database } from '../storage/database.ts';
import type { EventLog } from '../storage/event-log.ts';
import { createPostgresEventLog } from '../storage/postgres-event-log.ts';
import { createSqliteEventLog } from '../storage/sqlite-event-log.ts';
import { openTestPostgres, openTestSqlite } from '../storage/testing/test-databases.ts';
import { createErasures } from './database-erasures.ts';
import { eventLogSubjects } from './event-log-subjects.ts';
import { privacyRoutes } from './privacy-routes.ts';
import { createErasedSubjects, refuseErased } from './refuse-erased.ts';
import { createSubjectService, type SubjectService } from './subject-service.ts';

const DEVICE = '019aa0c0-0000-7000-8000-00000000dead';
const CUSTOMER = 'Zz0'.padEnd(43, 'q');
const OTHER = '019aa0c0-0000-7000-8000-0000000011fe';
const ARMED = '019aa0c0-0000-7000-8000-0000000022fe';
const DAY_MS = 24 * 3_600_000;
const granted = { analytics: 'granted', personalization: 'granted', statistics: 'granted' } as const;

const openSqlite = async (now: () => number) => {
  const database = await openTestSqlite();
  return { database, log: createSqliteEventLog(database, {}, now) };
};
const openPostgres = async (now: () => number) => {
  const database = await openTestPostgres();
  return { database, log: createPostgresEventLog(database, {}, now) };
};

// Fault test 37.
describe.each([['SQLite', openSqlite], ['PostgreSQL', openPostgres]])('%s: after somebody was erased', (_name, open) => {
  let database: Database;
  let log: EventLog;
  let app: FastifyInstance;
  let ingest: IngestService;
  let subjects: SubjectService;
  let consentsAreAway = false;
  let nowMs = SAMPLE_TIME_MS;

  beforeAll(async () => {
    const now = (): number => nowMs;
    ({ database, log } = await open(now));
    const erased = createErasedSubjects(database);
    const [quarantine, consents] = [refuseErased(createDatabaseQuarantine(database), erased), refuseErased(createDatabaseConsents(database), erased)];
    const unsteady: typeof consents = { ...consents, eraseSubject: async (...who) => (consentsAreAway ? Promise.reject(new Error('away')) : consents.eraseSubject(...who)) };
    ingest = createIngestService({ events: log, quarantine, consents, clock: now });
    subjects = createSubjectService({ stores: [eventLogSubjects(log), unsteady, quarantine], repository: createErasures(database), now });
    app = fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
    handleErrors(app);
    app.decorateRequest('caller');
    app.addHook('onRequest', async (request) => {
      request.caller = { kind: 'site', tenantId: String(request.headers['x-tenant'] ?? 'demo'), siteKey: '' };
    });
    await app.register(ingestRoutes(ingest));
    await app.register(privacyRoutes(subjects));
  });
  afterAll(async () => {
    await app.close();
    await ingest.close();
    await log.close();
    await database.close();
  });

  const postEvents = async (events: readonly unknown[], tenant = 'demo'): Promise<EventReceipt> =>
    (await app.inject({ method: 'POST', url: '/v1/events', headers: { 'x-tenant': tenant }, payload: { sentAtMs: nowMs, events } })).json<EventReceipt>();
  const postConsent = (anonymousId: string) => app.inject({ method: 'POST', url: '/v1/consents', payload: { records: [sampleConsent({ anonymousId })] } });
  const exportOf = async (id: string, tenant = 'demo'): Promise<SubjectExport> => (await app.inject({ url: `/v1/subjects/${id}/export`, headers: { 'x-tenant': tenant } })).json<SubjectExport>();
  const countsOf = async (id: string, tenant = 'demo'): Promise<number[]> => (await exportOf(id, tenant)).stores.map(({ records }) => records.length);
  const leave = async (anonymousId: string, changes: object = {}, tenant = 'demo'): Promise<EventReceipt> => {
    await postConsent(anonymousId);
    return postEvents([sampleEvent({ anonymousId, consent: granted, ...changes }), sampleEvent({ anonymousId, consent: granted, ...changes }), { ...sampleEvent({ anonymousId, consent: granted, ...changes }), data: { wrong: 1 } }], tenant);
  };
  const settle = async (): Promise<void> => void await ingest.readQuarantine({ tenantId: 'demo', limit: 1 });

  it('there was something to erase, in every store', async () => {
    await leave(DEVICE);
    await leave(OTHER, { customerId: CUSTOMER });
    await leave(DEVICE, {}, 'other-shop');
    await settle();
    expect(await countsOf(DEVICE)).toEqual([2, 2, 1]);
    expect(await countsOf(CUSTOMER)).toEqual([2, 0, 1]);
    expect(rowsWith(await everything(database), DEVICE)).not.toEqual([]);
    expect(rowsWith(await everything(database), CUSTOMER)).not.toEqual([]);
  });

  it('the export says which arms ran and what had been agreed to', async () => {
    await postEvents([sampleEvent({ anonymousId: ARMED, arms: { hero: 'b' }, consent: granted })]);
    const [events] = (await exportOf(ARMED)).stores;
    expect(events?.records).toMatchObject([{ anonymousId: ARMED, arms: { hero: 'b' }, consent: granted }]);
    expect(events?.records[0]).not.toHaveProperty('armsJson');
    const [bare] = (await exportOf(DEVICE)).stores[0]?.records ?? [];
    expect(bare).not.toHaveProperty('arms');
  });

  it('no row of any table holds the id, within 24 hours, although a store was away', async () => {
    consentsAreAway = true;
    const answer = await app.inject({ method: 'DELETE', url: `/v1/subjects/${DEVICE}` });
    expect(answer.statusCode).toBe(202);
    const proof = answer.json<Erasure>();
    expect(proof).toMatchObject({ status: 'running', stores: [{ name: 'events', status: 'erased', records: 2 }, { name: 'consents', status: 'waiting' }, { name: 'quarantine', status: 'erased', records: 1 }] });
    for (let hour = 1; hour <= 23; hour += 1) {
      nowMs += DAY_MS / 24;
      consentsAreAway = hour < 5;
      await subjects.finishRunning(new AbortController().signal);
    }
    const later = (await app.inject(`/v1/erasures/${proof.id}`)).json<Erasure>();
    expect(later).toMatchObject({ id: proof.id, status: 'finished', subjectHash: proof.subjectHash });
    expect((later.finishedMs ?? Infinity) - later.requestedMs).toBeLessThanOrEqual(DAY_MS);
    // The other shop's data of the same id is the other shop's.
    const rows = (await everything(database)).filter((row) => !row.includes('other-shop'));
    expect(rowsWith(rows, DEVICE)).toEqual([]);
    expect(rowsWith(rows, OTHER)).not.toEqual([]);
  });

  it('what comes later of that id is refused, and leaves nothing', async () => {
    const receipt = await leave(DEVICE);
    expect(receipt.accepted).toEqual([]);
    expect(receipt.rejected.map(({ code }) => code).toSorted()).toEqual(['invalid-event', 'subject-erased', 'subject-erased']);
    await settle();
    expect(await countsOf(DEVICE)).toEqual([0, 0, 0]);
    expect(rowsWith((await everything(database)).filter((row) => !row.includes('other-shop')), DEVICE)).toEqual([]);
  });

  it('other shops and other people are untouched', async () => {
    expect((await countsOf(DEVICE, 'other-shop')).slice(0, 1)).toEqual([2]);
    expect(await countsOf(OTHER)).toEqual([2, 1, 1]);
  });

  it('a customer is erased by the shop\'s HMAC, at once', async () => {
    const proof = (await app.inject({ method: 'DELETE', url: `/v1/subjects/${CUSTOMER}` })).json<Erasure>();
    expect(proof).toMatchObject({ status: 'finished' });
    expect(rowsWith(await everything(database), CUSTOMER)).toEqual([]);
    expect((await postEvents([sampleEvent({ anonymousId: OTHER, customerId: CUSTOMER, consent: granted })])).rejected).toMatchObject([{ code: 'subject-erased' }]);
  });

  it('the proof is there for its shop alone', async () => {
    const proof = (await app.inject({ method: 'DELETE', url: `/v1/subjects/${DEVICE}` })).json<Erasure>();
    expect((await app.inject(`/v1/erasures/${proof.id}`)).statusCode).toBe(200);
    const foreign = await app.inject({ url: `/v1/erasures/${proof.id}`, headers: { 'x-tenant': 'other-shop' } });
    expect([foreign.statusCode, foreign.json()]).toMatchObject([404, { code: 'unknown-erasure' }]);
  });

  it.each(['x', 'a@b.example', '019AA0C0-0000-7000-8000-00000000DEAD', "' OR 1=1 --", 'q'.repeat(42), '%00'])('takes no id but its own kinds: %s', async (id) => {
    for (const [method, url] of [['DELETE', ''], ['GET', '/export']] as const) {
      expect((await app.inject({ method, url: `/v1/subjects/${encodeURIComponent(id)}${url}` })).statusCode).toBe(400);
    }
    expect((await app.inject(`/v1/erasures/${encodeURIComponent(id)}`)).statusCode).toBe(400);
  });
});

/** Every row of every table, whoever made it, as text; bytes in hexadecimal. */
async function everything({ dialect, query }: Database): Promise<readonly string[]> {
  const tables = dialect === 'sqlite'
    ? await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'`.execute(query)
    : await sql<{ name: string }>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`.execute(query);
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    const found = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(query);
    rows.push(...found.rows.map((row) => JSON.stringify(Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value)))));
  }
  return rows;
}

/** Rows that hold an id, with hyphens or without. */
const rowsWith = (rows: readonly string[], id: string): readonly string[] => rows.filter((row) => row.replaceAll('-', '').includes(id.replaceAll('-', '')));
