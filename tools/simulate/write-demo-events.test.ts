import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../packages/server-lite/src/catalog/catalog-file.ts';
import { DEMO_SITE_KEY } from '../../packages/server-lite/src/catalog/demo-tenant.ts';
import { readCatalogFile } from '../../packages/server-lite/src/catalog/read-catalog-file.ts';
import { readSettings } from '../../packages/server-lite/src/read-settings.ts';
import { startServer, type RunningServer } from '../../packages/server-lite/src/start-server.ts';
import type { RecommendationTables, Recommendations, RecordedEvent } from '../../packages/models/src/contracts/index.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { writeDemoEvents } from './write-demo-events.ts';

const DAY_MS = 86_400_000;
const CATALOG_FILE = join(REPOSITORY_ROOT, 'packages', 'demo', 'catalog.json');

const folder = mkdtempSync(join(tmpdir(), 'vua-demo-events-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const catalog: Catalog = readCatalogFile(CATALOG_FILE);
const isNew = ({ condition }: Catalog['products'][number]): boolean => condition !== 'used';
/** Of what is new: used pieces are not simulated. */
const itemIds = catalog.products.filter(isNew).map(({ id }) => id).sort();
const write = async (nowMs: number): Promise<string> => {
  const file = join(folder, 'made', 'events.ndjson');
  await writeDemoEvents(REPOSITORY_ROOT, file, nowMs);
  return readFileSync(file, 'utf8');
};
const eventsOf = (ndjson: string): RecordedEvent[] => ndjson.trimEnd().split('\n').map((line) => JSON.parse(line) as RecordedEvent);

describe('writeDemoEvents', () => {
  // Before and after the day changes in Vietnam, and in UTC.
  it.each(['2026-03-01T16:30:00Z', '2026-03-01T17:30:00Z', '2026-03-02T00:10:00Z'])('writes four weeks that end at %s', async (now) => {
    const nowMs = Date.parse(now);
    const events = eventsOf(await write(nowMs));
    expect(Math.abs(events.length - 10_000)).toBeLessThan(1500);
    const times = events.map(({ timeMs }) => timeMs);
    expect(Math.min(...times) - (nowMs - 28 * DAY_MS)).toSatisfy((ms: number) => ms >= 0 && ms < DAY_MS / 2);
    expect(nowMs - Math.max(...events.map(({ receivedMs }) => receivedMs))).toSatisfy((ms: number) => ms >= 0 && ms < DAY_MS / 2);
    expect([...new Set(events.flatMap(({ itemId }) => itemId ?? []))].sort()).toEqual(itemIds);
  }, 60_000);

  it('writes the same at the same time', async () => {
    const nowMs = Date.parse('2026-06-01T12:00:00Z');
    expect(await write(nowMs)).toBe(await write(nowMs));
  }, 60_000);
});

describe('a server that is given them', () => {
  let server: RunningServer;
  const logged: string[] = [];
  const start = async (): Promise<RunningServer> => {
    const read = readSettings({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), DEMO_EVENTS: join(folder, 'made', 'events.ndjson'), RETRAIN_MINUTES: '0' }, folder);
    if (read.status === 'invalid') throw new Error(read.problems.join(' '));
    return startServer(read.settings, { sdk: join(folder, 'sdk'), shop: [], catalogFile: CATALOG_FILE }, { write: (line) => void logged.push(line) });
  };
  const ask = async <Answer>(path: string): Promise<Answer> => (await fetch(`${server.url}${path}`)).json() as Promise<Answer>;
  const recommend = (question: string): Promise<Recommendations> => ask(`/v1/recommendations?site=${DEMO_SITE_KEY}&${question}`);
  const seedings = (): number => logged.filter((line) => line.includes('event log was filled')).length;

  beforeAll(async () => {
    mkdirSync(join(folder, 'sdk'));
    await write(Date.now());
    server = await start();
  }, 60_000);
  afterAll(() => server.close(0));

  it('recommends the demo shop\'s items by what was counted, with reasons', async () => {
    // Counting begins when the server listens: until it is done, nothing is known to be popular.
    await expect.poll(async () => (await recommend('kind=trending')).strategy, { timeout: 60_000 }).toMatch(/^(?:trending|popular)$/);
    const { items, strategy } = await recommend('kind=for-you&items=cotton-tee');
    expect(strategy).toBe('co-visitation');
    expect(items.length).toBeGreaterThanOrEqual(4);
    for (const { itemId, reason } of items) expect([itemIds.includes(itemId), reason]).toEqual([true, { type: 'because-viewed', itemId: 'cotton-tee' }]);
    const tables = await ask<RecommendationTables>(`/v1/recommendations/tables?site=${DEMO_SITE_KEY}`);
    expect([...tables.itemIds].sort()).toEqual(catalog.products.map(({ id }) => id).sort());
    expect(tables.itemIds.filter((_id, place) => (tables.popularity[place] ?? 0) > 0).sort()).toEqual(itemIds);
  }, 90_000);

  it('is filled once', async () => {
    expect(seedings()).toBe(1);
    await server.close(0);
    server = await start();
    expect(seedings()).toBe(1);
  }, 60_000);
});
