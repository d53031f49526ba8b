import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openSqlite } from '../../storage/open-sqlite.ts';
import { createRandom, SEED } from '../../storage/testing/seed.ts';
import type { TagPlace } from '../collect/snapshot-repository.ts';
import { createTrendStores, type TrendStores } from '../collect/trend-stores.ts';
import { openFakeInstagram, type FakeInstagram } from './fake-instagram.ts';
import { openFakePinterest } from './fake-pinterest.ts';
import { openCollecting, TOKEN } from './open-collecting.ts';

const PROGRAM = fileURLToPath(new URL('collect-until-done.ts', import.meta.url));
const TAGS = ['linen', 'denim', 'silk', 'tweed'];
/** Twelve pages each. */
const POSTS = 600;
const WEEKS = 53;
/** A process is killed after at most so many answers: two tags take half of it. */
const MOST_CALLS = 56;

/** A process that collects is killed at random instants and started again, until all is collected. */
export function itSurvivesKilledCollections(kills: number): void {
  it(`loses no snapshot and doubles none when collecting is killed ${kills} times (seed ${SEED})`, { timeout: 60_000 + kills * 15_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vua-collect-kill-'));
    const [file, acks] = [join(folder, 'vua.sqlite'), join(folder, 'acks')];
    const [instagram, pinterest] = [await openFakeInstagram({ token: TOKEN }), await openFakePinterest({ token: TOKEN })];
    const publishedMs = Date.now();
    for (const tag of TAGS) {
      instagram.publish(tag, Array.from({ length: POSTS }, (_, place) => ({ id: `${tag}-${place}`, postedMs: publishedMs - (place + 1) * 60_000 })));
      pinterest.search('US', tag, (weekEndMs) => 50 + (weekEndMs % 7));
    }
    await configure(file, instagram.baseUrl, pinterest.baseUrl);
    const random = createRandom(SEED);
    let killed = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      killed += await collectAndKill(file, acks, instagram, { calls: Math.ceil(random() * MOST_CALLS), ms: random() * 20 }) ? 1 : 0;
      // Before the next process could mend it.
      await expectNothingTorn(file);
    }
    expect(await run(file, acks).exited).toBe(0);
    await instagram.close();
    await pinterest.close();
    expect(killed).toBeGreaterThan(0);
    await expectAll(file, readLines(acks).filter((line) => line !== 'ready'));
    rmSync(folder, { recursive: true });
  });
}

async function configure(file: string, instagramUrl: string, pinterestUrl: string): Promise<void> {
  const database = await openSqlite(file);
  const collecting = openCollecting({ stores: createTrendStores(database) });
  await collecting.configure('instagram', instagramUrl, TAGS);
  await collecting.configure('pinterest', pinterestUrl, TAGS);
  await database.close();
}

function run(file: string, acks: string) {
  const child = spawn(process.execPath, [PROGRAM, file, acks], { stdio: ['ignore', 'ignore', 'inherit'] });
  return { child, exited: once(child, 'exit').then(([code]) => code as number | null) };
}

/** @returns whether it was killed; else it had collected all before */
async function collectAndKill(file: string, acks: string, { calls }: FakeInstagram, after: { readonly calls: number; readonly ms: number }): Promise<boolean> {
  const from = calls.length;
  const { child, exited } = run(file, acks);
  while (calls.length < from + after.calls && child.exitCode === null) await wait(1);
  await wait(after.ms);
  child.kill('SIGKILL');
  return await exited === null;
}

async function expectNothingTorn(file: string): Promise<void> {
  const database = await openSqlite(file);
  const { posts, snapshots } = createTrendStores(database);
  for (const tag of TAGS) {
    const place = { tenantId: 'shop', source: 'instagram', tag } as const;
    const ids = new Set((await posts.list(place, 0, Number.MAX_SAFE_INTEGER)).map(({ postId }) => postId));
    const told = new Set((await snapshots.list(place, 0, Number.MAX_SAFE_INTEGER)).flatMap(({ body }) => (JSON.parse(body) as Body).data ?? []).map(({ id }) => id));
    expect([...told].filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(told.size);
  }
  await database.close();
}

/** What the fake server numbered, and who was in it. */
interface Body {
  readonly fake_serial: number;
  readonly data?: readonly { readonly id: string }[];
}

async function expectAll(file: string, acks: readonly string[]): Promise<void> {
  const database = await openSqlite(file);
  const stores = createTrendStores(database);
  const keys: string[] = [];
  for (const source of ['instagram', 'pinterest'] as const) {
    const serials: number[] = [];
    for (const tag of TAGS) {
      const place = { tenantId: 'shop', source, tag };
      const snapshots = await stores.snapshots.list(place, 0, Number.MAX_SAFE_INTEGER);
      keys.push(...snapshots.map(({ page, takenMs }) => JSON.stringify([source, tag, takenMs, page])));
      serials.push(...snapshots.map(({ body }) => (JSON.parse(body) as Body).fake_serial));
      await expectWhole(stores, place);
    }
    // No answer of the source is there twice.
    expect(new Set(serials).size).toBe(serials.length);
    expect((await stores.snapshots.progress('shop', source)).map(({ sweptMs }) => typeof sweptMs)).toEqual(TAGS.map(() => 'number'));
  }
  await database.close();
  expect(acks.filter((ack) => !keys.includes(ack))).toEqual([]);
  expect(new Set(acks).size).toBe(acks.length);
}

/** All that there was to collect, once. */
async function expectWhole({ posts }: TrendStores, place: TagPlace): Promise<void> {
  if (place.source === 'pinterest') return expect(await posts.points(place)).toHaveLength(WEEKS);
  const ids = (await posts.list(place, 0, Number.MAX_SAFE_INTEGER)).map(({ postId }) => postId);
  expect([...ids].toSorted()).toEqual(Array.from({ length: POSTS }, (_, number) => `${place.tag}-${number}`).toSorted());
}

function readLines(path: string): readonly string[] {
  return readFileSync(path, 'utf8').split('\n').slice(0, -1);
}
