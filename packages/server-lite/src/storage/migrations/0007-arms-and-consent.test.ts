import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import type { EventLog, StoredEvent } from '../event-log.ts';
import { openPostgres } from '../open-postgres.ts';
import { openSqlite } from '../open-sqlite.ts';
import { createPostgresEventLog } from '../postgres-event-log.ts';
import { createSqliteEventLog } from '../sqlite-event-log.ts';
import { appendAsBefore, writeOldPostgres, writeOldSqlite } from '../testing/old-databases.ts';
import { SAMPLE_NOW_MS, sampleEvent } from '../testing/sample-event.ts';
import { createTestPostgres } from '../testing/test-databases.ts';

interface Upgraded {
  readonly log: EventLog;
  readonly close: () => Promise<void>;
}

async function upgradeSqlite(events: readonly StoredEvent[], now: () => number): Promise<Upgraded> {
  const folder = mkdtempSync(join(tmpdir(), 'vua-upgrade-'));
  writeOldSqlite(join(folder, 'vua.sqlite'), events).close();
  const database = await openSqlite(join(folder, 'vua.sqlite'));
  const log = createSqliteEventLog(database, {}, now);
  return { log, close: () => log.close().then(database.close).then(() => rmSync(folder, { recursive: true })) };
}

async function upgradePostgres(events: readonly StoredEvent[], now: () => number): Promise<Upgraded & { readonly pool: Pool }> {
  const { url, drop } = await createTestPostgres();
  await writeOldPostgres(url, events);
  const database = await openPostgres(url);
  const log = createPostgresEventLog(database, {}, now);
  return { log, pool: database.pool, close: () => log.close().then(database.close).then(drop) };
}

const [OCTOBER_MS, FEBRUARY_MS] = [Date.UTC(2026, 9, 31), Date.UTC(2027, 1, 3)];
const withoutBoth = (event: StoredEvent): StoredEvent => ({ ...event, armsJson: undefined, consent: undefined });
const readAll = (log: EventLog): Promise<readonly StoredEvent[]> => log.read({ tenantId: 'demo', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 5000 });

describe.each([['SQLite', upgradeSqlite], ['PostgreSQL', upgradePostgres]])('events of the version before: %s', (_name, upgrade) => {
  // Of two months, and of one that is made later.
  const old = [OCTOBER_MS, SAMPLE_NOW_MS, FEBRUARY_MS].flatMap((timeMs, month) => [1, 2, 3].map((number) => sampleEvent(month * 10 + number, { timeMs, customerId: number === 3 ? 'customer' : undefined })));

  it('stay as they were, without arms and consent, beside those that have both', async () => {
    let nowMs = SAMPLE_NOW_MS;
    const { log, close } = await upgrade(old, () => nowMs);
    expect(await readAll(log)).toStrictEqual(old.map(withoutBoth));
    const fresh = [OCTOBER_MS, SAMPLE_NOW_MS, FEBRUARY_MS].map((timeMs, month) => sampleEvent(month * 10 + 5, { timeMs }));
    nowMs = FEBRUARY_MS;
    expect(await log.append([...old, ...fresh])).toEqual({ status: 'stored', erasedIds: [] });
    expect(await readAll(log)).toStrictEqual([...old.map(withoutBoth), ...fresh].toSorted((one, other) => (one.id < other.id ? -1 : 1)));
    expect(await log.eraseSubject('demo', 'customer')).toBe(3);
    expect(await log.dropBefore(Date.UTC(2027, 0, 1))).toEqual(['2026-10', '2026-11']);
    expect(await readAll(log)).toStrictEqual([...old.slice(6, 8).map(withoutBoth), ...fresh.slice(2)]);
    await close();
  });
});

it('takes events from a process of the version before that has not ended yet: PostgreSQL', async () => {
  const { log, pool, close } = await upgradePostgres([], () => SAMPLE_NOW_MS);
  const events = [sampleEvent(1), sampleEvent(2)];
  await appendAsBefore(pool, events);
  expect(await readAll(log)).toStrictEqual(events.map(withoutBoth));
  await close();
});
