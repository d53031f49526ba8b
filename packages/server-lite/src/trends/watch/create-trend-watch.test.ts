import { fileURLToPath } from 'node:url';
import { TREND_VOCABULARY, weekOfMs } from '@vua/models/trend';
import { beforeEach, describe, expect, it } from 'vitest';
import { openTrendModels } from '../../testing/open-trend-models.ts';
import type { TrendAlert } from '../alerts/trend-alert.ts';
import { trainFit } from '../fits/train-fit.ts';
import { createMemoryForecasts } from '../forecasts/memory-forecasts.ts';
import { madeValues } from '../testing/made-history.ts';
import { createMemoryWeeks } from '../weeks/memory-weeks.ts';
import type { TrendWeek } from '../weeks/trend-week.ts';
import { accuracyOf, isJudged } from './accuracy.ts';
import { createTrendWatch, type TrendWatchDeps } from './create-trend-watch.ts';
import { createFitter, type RunFitter } from './run-fitter.ts';

const WEEK_MS = 7 * 86_400_000;
const START_MS = Date.UTC(2026, 10, 25);
const KILLED = fileURLToPath(new URL('../testing/die-while-fitting.ts', import.meta.url));
const WEEKS = 208;
const inProcess: RunFitter = async (order) => ({ status: 'trained', trained: trainFit(order) });

let nowMs: number;
let alerts: TrendAlert[];
let deps: TrendWatchDeps;

/** Weeks of twelve tags that end before the running one. `scale` changes the last of them. */
function history(weeks: number, until: number, scale = (_k: number): number => 1): TrendWeek[] {
  return Array.from({ length: 12 }, (_, k) => madeValues({ tag: '', phaseWeeks: 4 * k, growth: 0 }, weeks).map((value, week): TrendWeek => {
    const number = until - weeks + week;
    return { source: 'csv', tag: `tag ${k}`, week: number, value: value * scale(number), count: 1, engagement: null, sentiment: null, seenMs: 1 };
  })).flat();
}
const watch = (given: Partial<TrendWatchDeps> = {}): Promise<void> => createTrendWatch({ ...deps, ...given })(AbortSignal.timeout(60_000));
const statuses = async (): Promise<readonly string[]> => (await deps.models.list('shop')).map(({ number, status, reason }) => `${number} ${status} ${reason}`);

beforeEach(async () => {
  [nowMs, alerts] = [START_MS, []];
  deps = {
    weeks: createMemoryWeeks(), models: openTrendModels(), forecasts: createMemoryForecasts(), runFitter: inProcess, now: () => nowMs, delays: async () => [], vocabularyOf: async () => TREND_VOCABULARY,
    alert: async (_tenantId, alert) => void alerts.push(alert),
  };
  await deps.weeks.save('shop', history(WEEKS, weekOfMs(nowMs)));
});

describe('the watch over trends', () => {
  it('learns from a history that was loaded, forecasts from its end, and tells how good it would have been', async () => {
    await watch();
    expect(await statuses()).toEqual(['1 active first']);
    const forecasts = await deps.forecasts.list('shop', {});
    const [open, judged] = [forecasts.filter((one) => !isJudged(one)), forecasts.filter(isJudged)];
    expect(open.map(({ originWeek, version }) => `${originWeek - weekOfMs(nowMs)} ${version}`)).toEqual(Array<string>(12).fill('0 1'));
    expect(judged).toHaveLength(12 * 14);
    expect(accuracyOf(judged).mae).toBeLessThan(0.1);
    expect(alerts).toMatchObject([{ kind: 'refit', version: 1, wentLive: true }]);
  });

  it('goes on with the next shop where one fails, and tells that one did', async () => {
    await deps.weeks.save('another', history(WEEKS, weekOfMs(nowMs)));
    const { forecasts } = deps;
    const failing: TrendWatchDeps['forecasts'] = { ...forecasts, add: async (tenantId, given) => (tenantId === 'another' ? Promise.reject(new Error('no row')) : forecasts.add(tenantId, given)) };
    await expect(watch({ forecasts: failing })).rejects.toThrow('no row');
    expect((await forecasts.list('shop', {})).length).toBeGreaterThan(0);
  });

  it('keeps the back-test before the fit: whatever ends the process between the two, the next one makes up for both', async () => {
    await expect(watch({ models: { ...deps.models, add: () => Promise.reject(new Error('the process ends')) } })).rejects.toThrow('the process ends');
    expect(await deps.forecasts.list('shop', {})).toHaveLength(12 * 14);
    await watch();
    expect([await statuses(), (await deps.forecasts.list('shop', {})).length]).toEqual([['1 active first'], 12 * 15]);
  });

  it('learns at once from a history that is loaded later, and tries it on its last year', async () => {
    const small = (await deps.weeks.list('shop', {})).slice(0, 3).map((week) => ({ ...week, tag: 'early' }));
    deps = { ...deps, weeks: createMemoryWeeks() };
    await deps.weeks.save('shop', small);
    await watch();
    await deps.weeks.save('shop', history(WEEKS, weekOfMs(nowMs)));
    await watch();
    // Live or not, as the back-test says.
    expect((await statuses())[0]).toMatch(/^2 (?:active|rejected) more-series$/);
    expect((await deps.forecasts.list('shop', {})).filter(isJudged)).toHaveLength(12 * 14);
  });

  it('does nothing twice', async () => {
    await watch();
    const before = await deps.forecasts.list('shop', {});
    await watch();
    expect([await statuses(), await deps.forecasts.list('shop', {}), alerts.length]).toEqual([['1 active first'], before, 1]);
  });

  it('judges a forecast by what came true, and not before its weeks are over', async () => {
    await watch();
    const origin = weekOfMs(nowMs);
    const actualAfter = async (weeks: number): Promise<readonly (number | null)[]> => {
      nowMs = START_MS + weeks * WEEK_MS;
      await deps.weeks.save('shop', history(WEEKS + weeks, origin + weeks));
      await watch();
      return (await deps.forecasts.list('shop', { fromWeek: origin, toWeek: origin + 1 })).map(({ actual }) => actual);
    };
    expect((await actualAfter(12)).every((actual) => actual === null)).toBe(true);
    expect((await actualAfter(13)).every((actual) => actual !== null)).toBe(true);
    // Intervals follow what came true, in a version of their own.
    const versions = await deps.models.list('shop');
    expect(versions.filter(({ reason }) => reason === 'outcomes')).toMatchObject([{ report: { series: 12, judged: 12, maeNew: null } }]);
    expect(versions.filter(({ status }) => status === 'active')).toHaveLength(1);
  });

  it('lets a new fit live only where it beats the live one', async () => {
    await watch();
    // A week later nothing has changed but a week: whichever is better on the back-test is live.
    nowMs += 8 * WEEK_MS / 7;
    await deps.weeks.save('shop', history(WEEKS + 1, weekOfMs(nowMs)));
    await watch();
    const [newest] = await deps.models.list('shop');
    expect(newest).toMatchObject({ number: 2, reason: 'weekly', status: (newest?.report.maeNew ?? 1) < (newest?.report.maeLive ?? 0) ? 'active' : 'rejected' });
    expect((await deps.models.list('shop')).filter(({ status }) => status === 'active')).toHaveLength(1);
  });

  it('learns anew where the world has changed', async () => {
    await watch();
    nowMs += 14 * WEEK_MS;
    const [end, shift] = [weekOfMs(nowMs), weekOfMs(START_MS)];
    // From then on all is worth half: forecasts miss by 0.5.
    await deps.weeks.save('shop', history(WEEKS + 14, end, (week) => (week >= shift ? 0.5 : 1)));
    await watch({ rules: { mostMae: 0.15, mostGrowth: 0.15, windowWeeks: 1 } });
    const [learned, followed] = await statuses();
    expect([learned, followed]).toEqual([expect.stringMatching(/^3 (?:active|rejected) weekly$/), expect.stringMatching(/^2 (?:active|retired) outcomes$/)]);
    // Twelve forecasts are too few for the error to be trusted: it was due by its age.
    expect(accuracyOf((await deps.forecasts.list('shop', { fromWeek: shift })).filter(isJudged)).mae).toBeGreaterThan(0.3);
  });

  it.each([
    ['mean-error', () => 0.2], ['squared-error', (weeksAgo: number) => (weeksAgo < 21 ? 0.12 : 0.1)],
  ] as const)('learns anew before its week where forecasts miss by too much: %s', async (reason, missOf) => {
    await watch();
    const end = weekOfMs(nowMs);
    // What was given out in the sixteen weeks before the last 13, and missed; the back-test has the other weeks.
    const missed = Array.from({ length: 16 }, (_, k) => Array.from({ length: 3 }, (_tag, place) => ({
      source: 'csv' as const, tag: `missed ${place}`, originWeek: end - 13 - k, version: 1, change: missOf(13 + k), baseline: 0, interval80: [-1, 1] as const, interval95: [-1, 1] as const, class: 'uncertain' as const, typicalMiss: 0.1, historyWeeks: 100, actual: 0,
    }))).flat();
    deps = { ...deps, forecasts: createMemoryForecasts() };
    await deps.forecasts.add('shop', missed);
    nowMs += WEEK_MS / 7;
    // Of the very same weeks there would be nothing to learn.
    await watch();
    expect(await statuses()).toEqual(['1 active first']);
    await deps.weeks.save('shop', history(WEEKS, end, (week) => (week === end - 1 ? 1.01 : 1)));
    await watch();
    expect((await statuses())[0]).toMatch(new RegExp(`^2 (?:active|rejected) ${reason}$`));
  });

  it('keeps the live fit where learning fails, says so, and goes on forecasting', async () => {
    await watch();
    nowMs += 8 * WEEK_MS;
    await deps.weeks.save('shop', history(WEEKS + 8, weekOfMs(nowMs)));
    await watch({ runFitter: async () => ({ status: 'failed', reason: 'it ended with 1' }) });
    expect(await statuses()).toEqual(['1 active first']);
    expect(alerts).toContainEqual({ kind: 'fit-failed', reason: 'it ended with 1' });
    expect((await deps.forecasts.list('shop', { fromWeek: weekOfMs(nowMs) })).map(({ version }) => version)).toEqual(Array<number>(12).fill(1));
  });

  it('puts a new fit in the place of a live one that cannot be read', async () => {
    await watch();
    nowMs += 8 * WEEK_MS;
    await deps.weeks.save('shop', history(WEEKS + 8, weekOfMs(nowMs)));
    await watch({ models: { ...deps.models, live: async () => undefined } });
    expect(await statuses()).toEqual(['2 active weekly', '1 retired first']);
  });

  it('tells which tags have begun to rise', async () => {
    await watch();
    nowMs += 8 * WEEK_MS;
    await deps.weeks.save('shop', history(WEEKS + 8, weekOfMs(nowMs)));
    await watch();
    const told = alerts.find((alert) => alert.kind === 'newly-rising');
    const said = new Map((await deps.forecasts.list('shop', { fromWeek: weekOfMs(START_MS) })).map((one) => [`${one.tag} ${one.originWeek}`, one.class]));
    expect(told?.tags.length).toBeGreaterThan(0);
    for (const { name } of told?.tags ?? []) expect([said.get(`${name} ${weekOfMs(START_MS)}`), said.get(`${name} ${weekOfMs(nowMs)}`)]).toEqual([expect.not.stringMatching('rising'), 'rising']);
  });
});

it('names attributes in words, also those of the shop', async () => {
  const own = Array.from({ length: 12 }, (_, k) => ({ id: `fabric:own-${k}`, kind: 'fabric', label: { vi: `vải ${k}`, en: `cloth ${k}` }, phrases: { vi: [], en: [], weak: [] } }) as const);
  const named = (weeks: number): TrendWeek[] => history(weeks, weekOfMs(nowMs)).map((week) => ({ ...week, tag: `fabric:own-${week.tag.slice('tag '.length)}` }));
  deps = { ...deps, weeks: createMemoryWeeks(), vocabularyOf: async () => ({ ...TREND_VOCABULARY, attributes: own }) };
  await deps.weeks.save('shop', named(WEEKS));
  await watch();
  nowMs += 8 * WEEK_MS;
  await deps.weeks.save('shop', named(WEEKS + 8));
  await watch();
  const told = alerts.find((alert) => alert.kind === 'newly-rising');
  expect(told?.tags.map(({ name }) => name)).toEqual(Array(told?.tags.length ?? 1).fill(expect.stringMatching(/^cloth \d+ \(fabric\)$/)));
});

describe('features that are late', () => {
  it('are told of, with the minutes, and of those in time nothing is said', async () => {
    await watch({ delays: async () => [{ tenantId: 'shop', source: 'instagram', delayMs: 121 * 60_000 }, { tenantId: 'shop', source: 'pinterest', delayMs: 119 * 60_000 }] });
    expect(alerts.filter(({ kind }) => kind === 'features-late')).toEqual([{ kind: 'features-late', source: 'instagram', ageMinutes: 121 }]);
  });
});

// Its processes give way to whatever else runs on the machine.
describe('learning in a process of its own', { timeout: 120_000 }, () => {
  it('gives what learning here gives', async () => {
    const order = { series: [{ id: 'csv:a', firstWeek: 2700, values: [...madeValues({ tag: 'a', phaseWeeks: 0, growth: 0 }, 120)] }], liveShadow: null, triesLastYear: true };
    const outcome = await createFitter()(order, AbortSignal.timeout(60_000));
    expect(outcome).toEqual({ status: 'trained', trained: JSON.parse(JSON.stringify(trainFit(order))) as unknown });
  });

  it('is stopped or killed, and fails, without taking anything with it', async () => {
    const stopping = new AbortController();
    const outcome = createFitter()({ series: [], liveShadow: null, triesLastYear: true }, stopping.signal);
    stopping.abort();
    expect(await outcome).toEqual({ status: 'failed', reason: 'it was stopped' });
    expect(await createFitter(KILLED)({ series: [], liveShadow: null, triesLastYear: true }, AbortSignal.timeout(60_000))).toEqual({ status: 'failed', reason: 'it ended with a signal' });
    expect(await createFitter('/nowhere/fit.ts')({ series: [], liveShadow: null, triesLastYear: true }, AbortSignal.timeout(60_000))).toEqual({ status: 'failed', reason: 'it ended with 1' });
  });
});
