import { type AttributeVocabulary, recalibrate } from '@vua/models/trend';
import type { SendAlert } from '../alerts/trend-alert.ts';
import { eachShop } from '../each-shop.ts';
import type { FitReason } from '../fits/fit-record.ts';
import type { FitRepository } from '../fits/fit-repository.ts';
import { mayGoLive } from '../fits/train-fit.ts';
import type { ForecastRepository } from '../forecasts/forecast-repository.ts';
import { forecastAll } from '../serve/forecast-all.ts';
import type { TrendView } from '../serve/trend-view.ts';
import { openTrendView } from '../serve/trend-view.ts';
import type { WeekRepository } from '../weeks/week-repository.ts';
import { isJudged } from './accuracy.ts';
import { issueForecasts } from './issue-forecasts.ts';
import { judgeForecasts, missesOf } from './judge-forecasts.ts';
import { newlyRising } from './newly-rising.ts';
import type { RunFitter } from './run-fitter.ts';
import { type FeatureDelay, MOST_DELAY_MS } from '../build/feature-delays.ts';
import { type RefitRules, REFIT_RULES, whyRefit } from './why-refit.ts';

export interface TrendWatchDeps {
  readonly weeks: WeekRepository;
  readonly fits: FitRepository;
  readonly forecasts: ForecastRepository;
  readonly runFitter: RunFitter;
  readonly alert: SendAlert;
  /** How long answers of sources have been waiting for the weekly table. */
  readonly delays: () => Promise<readonly FeatureDelay[]>;
  /** Tells a shop's attributes in words. */
  readonly vocabularyOf: (tenantId: string) => Promise<AttributeVocabulary>;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly rules?: RefitRules;
}

/** Fits that can be gone back to. */
const KEPT_FITS = 20;
/** Forecasts that are looked at: the year that can be judged, and the quarter that cannot yet. */
const LOOK_BACK_WEEKS = 70;

/** Looks after the forecasts of every shop with weeks: judges what came true, learns anew where that is due, and says what it forecasts now. */
export function createTrendWatch(deps: TrendWatchDeps): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    await tellDelays(deps);
    await eachShop(await deps.weeks.listTenants(), signal, (tenantId) => watchShop(tenantId, deps, signal));
  };
}

async function tellDelays({ alert, delays }: TrendWatchDeps): Promise<void> {
  const late = (await delays()).filter(({ delayMs }) => delayMs > MOST_DELAY_MS);
  await Promise.all(late.map(({ tenantId, source, delayMs }) => alert(tenantId, { kind: 'features-late', source, ageMinutes: Math.round(delayMs / 60_000) })));
}

async function watchShop(tenantId: string, deps: TrendWatchDeps, signal: AbortSignal): Promise<void> {
  const { fits, forecasts, now, rules = REFIT_RULES } = deps;
  const view = await openTrendView(tenantId, deps);
  if (view.all.length === 0) return;
  await judge(tenantId, view, deps);
  const records = await fits.list(tenantId);
  const judged = (await forecasts.list(tenantId, { fromWeek: earliest(view) })).filter(isJudged);
  const reason = whyRefit({ fits: records, judged, series: view.all.length, nowMs: now() }, rules);
  if (reason === undefined) return issue(tenantId, view, deps);
  await refit(tenantId, { view, reason }, deps, signal);
  if (signal.aborted) return;
  await judge(tenantId, view, deps);
  await issue(tenantId, await openTrendView(tenantId, deps), deps);
}

const earliest = ({ all }: TrendView): number => Math.max(...all.map(({ lastWeek }) => lastWeek)) - LOOK_BACK_WEEKS;

/** What came true moves the intervals of the live fit: too many outside widen them, too few narrow them. */
async function judge(tenantId: string, view: TrendView, { fits, forecasts, now }: TrendWatchDeps): Promise<void> {
  const issued = await forecasts.list(tenantId, { fromWeek: earliest(view) });
  const outcomes = judgeForecasts(issued, view.all);
  await forecasts.judge(tenantId, outcomes);
  const [live, misses] = [await fits.live(tenantId), missesOf(issued, outcomes)];
  if (live !== undefined && misses.length > 0) await fits.adjust(tenantId, live.version, { fit: recalibrate(live.fit, misses), adjustedMs: now() });
}

async function refit(tenantId: string, { view, reason }: { readonly view: TrendView; readonly reason: FitReason }, { fits, forecasts, runFitter, alert, now }: TrendWatchDeps, signal: AbortSignal): Promise<void> {
  const live = await fits.live(tenantId);
  const outcome = await runFitter({ series: view.all.map(({ series }) => series), liveShadow: live?.shadow ?? null, triesLastYear: reason === 'first' || reason === 'more-series' }, signal);
  if (signal.aborted) return;
  if (outcome.status === 'failed') return alert(tenantId, { kind: 'fit-failed', reason: outcome.reason });
  const { backTest, fit, report, shadow } = outcome.trained;
  const wentLive = mayGoLive(report, live !== undefined);
  // Before the fit: were the process to end between the two, the next one would take the fit for made, and never make up for the back-test.
  await forecasts.add(tenantId, backTest);
  const version = await fits.add(tenantId, { madeMs: now(), status: wentLive ? 'live' : 'refused', reason, report, fit, shadow });
  await fits.keepNewest(tenantId, KEPT_FITS);
  await alert(tenantId, { kind: 'refit', reason, version, wentLive, report });
}

async function issue(tenantId: string, view: TrendView, { forecasts, alert, vocabularyOf }: TrendWatchDeps): Promise<void> {
  await forecastAll(view);
  const issued = issueForecasts(view);
  const before = await forecasts.list(tenantId, { fromWeek: earliest(view) });
  await forecasts.add(tenantId, issued);
  const tags = newlyRising(view, before, await vocabularyOf(tenantId));
  if (tags.length > 0) await alert(tenantId, { kind: 'newly-rising', tags });
}
