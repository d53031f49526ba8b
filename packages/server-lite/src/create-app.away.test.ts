import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '@vua/models/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { sampleId } from './ingest/testing/sample-events.ts';
import { openPostgres, type PostgresDatabase } from './storage/open-postgres.ts';
import { openSqlite, type SqliteDatabase } from './storage/open-sqlite.ts';
import { startCuttableProxy } from './storage/testing/cuttable-proxy.ts';
import { createTestPostgres } from './storage/testing/test-databases.ts';
import type { Shop } from './testing/fill-shop.ts';
import { listOperations, type Operation } from './testing/list-operations.ts';
import { METRICS_TOKEN, openWholeServer } from './testing/open-whole-server.ts';
import { fromPageOf, SAMPLE_REQUESTS, withCredential, type Request } from './testing/sample-requests.ts';

interface Cuttable {
  readonly database: SqliteDatabase | PostgresDatabase;
  /** Takes the database away. */
  readonly cut: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Operations that ask no database. */
const ALONE = [
  'GET /healthz', 'GET /metrics', 'GET /v1/events/stream',
  // From memory, once they were asked.
  'GET /v1/recommendations', 'POST /v1/recommendations/by-vector', 'GET /v1/recommendations/tables', 'GET /v1/recommendations/rules',
  'POST /v1/trends/predict', 'POST /predict', 'GET /v1/trends/top',
];
const WRITING = ['POST /v1/catalog/import', 'PUT /v1/size-charts/{id}', 'POST /v1/events', 'POST /v1/consents', 'POST /v1/measurement-statistics',
  'POST /v1/models/{kind}/{version}/activate', 'POST /v1/models/{kind}/{version}/canary', 'POST /v1/models/{kind}/rollback', 'PUT /v1/recommendations/rules', 'POST /v1/trends/history', 'PUT /v1/trends/sources/{source}', 'DELETE /v1/trends/sources/{source}', 'PUT /v1/trends/vocabulary', 'DELETE /v1/subjects/{id}'];

async function openSqliteFile(): Promise<{ readonly database: SqliteDatabase; readonly file: string; readonly remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'vua-away-'));
  const file = join(folder, 'vua.sqlite');
  return { database: await openSqlite(file), file, remove: async () => rmSync(folder, { recursive: true }) };
}

async function openGoing(): Promise<Cuttable> {
  const { database, remove } = await openSqliteFile();
  return { database, remove, cut: async () => void await Promise.all([database.connections.reader.close(), database.connections.writer.close()]) };
}

async function openLocked(): Promise<Cuttable> {
  const { database, file, remove } = await openSqliteFile();
  // Else each request would wait for five seconds.
  await database.connections.writer.call({ type: 'query', sql: 'PRAGMA busy_timeout = 0', parameters: [] });
  const other = new DatabaseSync(file);
  return { database, cut: async () => other.exec('BEGIN IMMEDIATE'), remove: async () => {
    other.close();
    await remove();
  } };
}

async function openRefusing(): Promise<Cuttable> {
  const { url, drop } = await createTestPostgres();
  const proxy = await startCuttableProxy(url);
  return { database: await openPostgres(proxy.url), cut: async () => proxy.set('refuse'), remove: async () => {
    await proxy.close();
    await drop();
  } };
}

function requestOf({ name, path, access }: Operation, shop: Shop): Request {
  const sample = SAMPLE_REQUESTS[name]?.(shop) ?? { url: name };
  if (access.kind === 'permission') return withCredential(shop.credential, sample);
  if (path.startsWith('/v1/')) return fromPageOf(shop, sample);
  return name === 'GET /metrics' ? withCredential(METRICS_TOKEN, sample) : sample;
}

function expectLater(name: string, { statusCode, headers, payload }: LightMyRequestResponse): void {
  if (statusCode < 500) return;
  expect(statusCode, `${name}: ${payload}`).toBe(503);
  expect(Check(Problem, JSON.parse(payload)), `${name}: ${payload}`).toBe(true);
  expect(headers, name).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', 'retry-after': expect.stringMatching(/^[1-9]\d*$/) as string });
  expect(headers, name).not.toHaveProperty('content-disposition');
}

describe.each([
  { name: 'SQLite is gone', open: openGoing, needs: (operation: string) => !ALONE.includes(operation) },
  { name: 'another process writes to SQLite and does not end', open: openLocked, needs: (operation: string) => WRITING.includes(operation) },
  { name: 'PostgreSQL refuses connections', open: openRefusing, needs: (operation: string) => !ALONE.includes(operation) },
])('while $name', ({ open, needs }) => {
  it('every endpoint that needs it says so and when to come back, and none fails', async () => {
    const { database, cut, remove } = await open();
    const { app, shops, close } = await openWholeServer(database);
    const operations = await listOperations(app);
    const ask = async (operation: Operation): Promise<LightMyRequestResponse> => {
      // Somebody new each time: of whom was erased nothing would be written.
      const request = { ...requestOf(operation, { ...shops.a, subject: sampleId(), eventId: sampleId(), consentId: sampleId() }), method: operation.method };
      if (operation.name !== 'GET /v1/events/stream') return app.inject(request);
      const response = await app.inject({ ...request, payloadAsStream: true });
      response.stream().destroy();
      return response;
    };
    // Also so that who asks is known by heart, and it is the endpoint itself that meets the absence.
    for (const operation of operations) {
      const { statusCode, headers } = await ask(operation);
      expect([statusCode < 300, headers['cache-control']], operation.name).toEqual([true, expect.any(String)]);
    }
    await cut();
    const away: string[] = [];
    for (const operation of operations) {
      const response = await ask(operation);
      expectLater(operation.name, response);
      if (response.statusCode === 503) away.push(operation.name);
    }
    expect(away).toEqual(operations.map(({ name }) => name).filter(needs));
    await close();
    await remove();
  }, 60_000);
});
