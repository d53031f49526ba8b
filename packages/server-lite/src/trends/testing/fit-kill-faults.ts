import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TrendPredictions } from '@vua/models/contracts';
import { weekOfMs } from '@vua/models/trend';
import { expect, it } from 'vitest';
import { createDatabaseModelFiles, createDatabaseModels } from '../../registry/index.ts';
import type { Database } from '../../storage/database.ts';
import { openSqlite } from '../../storage/open-sqlite.ts';
import { createRandom, SEED } from '../../storage/testing/seed.ts';
import { openTrendModels } from '../../testing/open-trend-models.ts';
import { createDatabaseForecasts } from '../forecasts/database-forecasts.ts';
import { createDatabaseWeeks } from '../weeks/database-weeks.ts';
import { askTrends } from './ask-trends.ts';
import { madeValues } from './made-history.ts';
import { traceOf } from './trace-of.ts';

const PROGRAM = fileURLToPath(new URL('fit-until-done.ts', import.meta.url));
const SHOP = 'shop';
const TAGS = Array.from({ length: 12 }, (_, number) => `tag ${number}`);
const WEEKS = 160;
const START_MS = Date.UTC(2026, 10, 25);
/** Each time a fit is due again. */
const STEP_MS = 8 * 86_400_000;
/** Origins of the back-test of the first fit: every third week of the 39 that can be judged in a year. */
const BACK_TESTS = 14;

/** What a process wrote of itself: the trace of what it learned, and the number under which that was confirmed. */
interface Told {
  readonly learned?: string;
  readonly kept?: number;
}

interface Live {
  readonly number: number;
  readonly trace?: string;
}

/** A process that looks after trends is killed at random instants of learning and of keeping what was learned, and started again. */
export function itSurvivesKilledFits(kills: number): void {
  it(`never lets half a fit live when learning is killed ${kills} times (seed ${SEED})`, { timeout: 300_000 + kills * 20_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vua-fit-kill-'));
    const random = createRandom(SEED);
    const usual = await measure(join(folder, 'measured.sqlite'), join(folder, 'measured'));
    const file = join(folder, 'vua.sqlite');
    let [live, killed]: [Live, number] = [{ number: 0 }, 0];
    for (let kill = 0; kill < kills; kill += 1) {
      const nowMs = START_MS + kill * STEP_MS;
      await keepWeeks(file, nowMs);
      // Most of them where something is written: that takes a tenth of the time.
      const after = random() < 0.25 ? { word: 'ready', ms: random() * usual.learningMs } : { word: 'learned', ms: random() * usual.keepingMs };
      const acks = join(folder, `acks-${kill}`);
      killed += await fitAndKill(run(file, nowMs, acks), acks, after) ? 1 : 0;
      // Before the next process could mend it.
      live = await expectWhole(file, nowMs, { before: live, told: toldIn(acks) });
    }
    expect(killed).toBeGreaterThan(0);
    const nowMs = START_MS + kills * STEP_MS;
    await keepWeeks(file, nowMs);
    expect(await run(file, nowMs, join(folder, 'last')).exited).toBe(0);
    const last = toldIn(join(folder, 'last'));
    expect((await expectWhole(file, nowMs, { before: live, told: last })).trace).toBe(last.learned);
    const database = await openSqlite(file);
    expect(await forecastsOf(database)).toMatchObject({ newestOrigin: weekOfMs(nowMs) });
    await database.close();
    rmSync(folder, { recursive: true });
  });
}

/** How long learning and keeping take here, undisturbed. */
async function measure(file: string, acks: string): Promise<{ readonly learningMs: number; readonly keepingMs: number }> {
  await keepWeeks(file, START_MS);
  const { child, exited } = run(file, START_MS, acks);
  const times = [];
  for (const word of ['ready', 'learned', 'done']) {
    while (!hasWord(acks, word)) {
      if (child.exitCode !== null && !hasWord(acks, word)) throw new Error(`the process ended with ${child.exitCode}`);
      await wait(1);
    }
    times.push(performance.now());
  }
  await exited;
  const [readyMs = 0, learnedMs = 0, doneMs = 0] = times;
  return { learningMs: learnedMs - readyMs, keepingMs: doneMs - learnedMs };
}

/** What a shop has seen until then. */
async function keepWeeks(file: string, nowMs: number): Promise<void> {
  const database = await openSqlite(file);
  const [until, first] = [weekOfMs(nowMs), weekOfMs(START_MS) - WEEKS];
  await createDatabaseWeeks(database).save(SHOP, TAGS.flatMap((tag, number) => madeValues({ tag, phaseWeeks: 4 * number, growth: 0 }, until - first)
    .map((value, week) => ({ source: 'csv' as const, tag, week: first + week, value, count: 1, engagement: null, sentiment: null, seenMs: 1 }))));
  await database.close();
}

function run(file: string, nowMs: number, acks: string) {
  const child = spawn(process.execPath, [PROGRAM, file, String(nowMs), acks], { stdio: ['ignore', 'ignore', 'inherit'] });
  return { child, exited: once(child, 'exit').then(([code]) => code as number | null) };
}

/** @returns whether it was killed; else it had done all before */
async function fitAndKill({ child, exited }: ReturnType<typeof run>, acks: string, after: { readonly word: string; readonly ms: number }): Promise<boolean> {
  while (!hasWord(acks, after.word) && child.exitCode === null) await wait(1);
  await wait(after.ms);
  child.kill('SIGKILL');
  const code = await exited;
  expect([null, 0]).toContain(code);
  return code === null;
}

/** The live fit is the one of before, maybe moved by what came true, or the one that was learned, whole; what was confirmed is there; and it answers. */
async function expectWhole(file: string, nowMs: number, { before, told }: { readonly before: Live; readonly told: Told }): Promise<Live> {
  const database = await openSqlite(file);
  const models = openTrendModels({ models: createDatabaseModels(database), files: createDatabaseModelFiles(database) });
  const [versions, found] = [await models.list(SHOP), await models.live(SHOP)];
  const live: Live = found === undefined ? { number: 0 } : { number: found.number, trace: traceOf(found) };
  const possible = live.number === before.number ? [before.trace] : [before.trace, told.learned];
  expect(told.kept === undefined ? possible : [told.learned]).toContain(live.trace);
  expect(live.number).toBeGreaterThanOrEqual(told.kept ?? before.number);
  expect(versions.filter(({ status }) => status === 'active').map(({ number }) => number)).toEqual(live.number === 0 ? [] : [live.number]);
  expect(versions.map(({ number }) => number)).toEqual(Array.from({ length: versions.length }, (_, place) => versions.length - place));
  await expectForecasts(database, live);
  const { tags, modelVersion } = await askTrends<TrendPredictions>({ weeks: createDatabaseWeeks(database), models, now: () => nowMs }, { tags: TAGS });
  expect([modelVersion, ...tags.map(({ status }) => status)]).toEqual([live.number, ...TAGS.map(() => 'forecast')]);
  await database.close();
  return live;
}

/** What belongs to a fit is there with it: the back-test of the first, and of what was forecast either all tags or none. */
async function expectForecasts(database: Database, live: Live): Promise<void> {
  const { backTested, given } = await forecastsOf(database);
  expect([...backTested, ...given].filter((count) => count !== TAGS.length)).toEqual([]);
  // A first fit that was killed before it was live is tried again a week later, on other weeks.
  expect(backTested.length).toBeGreaterThanOrEqual(live.number > 0 || backTested.length > 0 ? BACK_TESTS : 0);
}

/** How many there are of each origin. */
async function forecastsOf(database: Database) {
  const all = await createDatabaseForecasts(database).list(SHOP, {});
  const byOrigin = (forecasts: typeof all): readonly number[] => [...Map.groupBy(forecasts, ({ originWeek }) => originWeek).values()].map(({ length }) => length);
  const [backTests, others] = [all.filter(({ version }) => version === 0), all.filter(({ version }) => version > 0)];
  return { backTested: byOrigin(backTests), given: byOrigin(others), newestOrigin: Math.max(...others.map(({ originWeek }) => originWeek)) };
}

const linesIn = (acks: string): readonly string[] => (existsSync(acks) ? readFileSync(acks, 'utf8').split('\n').slice(0, -1) : []);
const hasWord = (acks: string, word: string): boolean => linesIn(acks).some((line) => line.startsWith(word));

function toldIn(acks: string): Told {
  const said = new Map(linesIn(acks).map((line) => line.split(' ') as [string, string]));
  const [learned, kept] = [said.get('learned'), said.get('kept')];
  return { ...(learned !== undefined && { learned }), ...(kept !== undefined && { kept: Number(kept) }) };
}
