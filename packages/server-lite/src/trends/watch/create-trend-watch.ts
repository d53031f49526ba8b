import type { TrendFitReason } from '@vua/models/contracts';
import { type AttributeVocabulary, type TrendSeries, recalibrate } from '@vua/models/trend';
import { hashOf } from '../../storage/hash-of.ts';
import type { SendAlert } from '../alerts/trend-alert.ts';
import { eachShop } from '../each-shop.ts';
import type { TrendModels } from '../fits/create-trend-models.ts';
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
  readonly models: TrendModels;
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
  const { models, forecasts, now, rules = REFIT_RULES } = deps;
  const view = await openTrendView(tenantId, deps);
  if (view.all.length === 0) return;
  await judge(tenantId, view, deps);
  const seriesSha256 = hashOf(JSON.stringify(seriesOf(view)));
  const judged = (await forecasts.list(tenantId, { fromWeek: earliest(view) })).filter(isJudged);
  const reason = whyRefit({ versions: await models.list(tenantId), judged, series: view.all.length, seriesSha256, nowMs: now() }, rules);
  if (reason === undefined) return issue(tenantId, view, deps);
  await refit(tenantId, { series: seriesOf(view), seriesSha256, reason }, deps, signal);
  if (signal.aborted) return;
  await judge(tenantId, view, deps);
  await issue(tenantId, await openTrendView(tenantId, deps), deps);
}

const seriesOf = ({ all }: TrendView): readonly TrendSeries[] => all.map(({ series }) => series);
const earliest = ({ all }: TrendView): number => Math.max(...all.map(({ lastWeek }) => lastWeek)) - LOOK_BACK_WEEKS;

/** What came true moves the intervals of the live fit, in a version of its own: too many outside widen them, too few narrow them. */
async function judge(tenantId: string, view: TrendView, { models, forecasts, now }: TrendWatchDeps): Promise<void> {
  const issued = await forecasts.list(tenantId, { fromWeek: earliest(view) });
  const outcomes = judgeForecasts(issued, view.all);
  await forecasts.judge(tenantId, outcomes);
  const [live, misses] = [await models.live(tenantId), missesOf(issued, outcomes)];
  if (live === undefined || misses.length === 0) return;
  const { fit, report: { series }, seriesSha256, shadow, version } = live;
  await models.add(tenantId, {
    madeMs: now(), reason: 'outcomes', report: { series, judged: misses.length, maeNew: null, maeLive: null, maeBaseline: null },
    seriesSha256, fit: recalibrate(fit, misses), shadow, goesLive: true, replaces: version,
  });
}

interface Refit {
  readonly series: readonly TrendSeries[];
  readonly seriesSha256: string;
  readonly reason: TrendFitReason;
}

async function refit(tenantId: string, { series, seriesSha256, reason }: Refit, { models, forecasts, runFitter, alert, now }: TrendWatchDeps, signal: AbortSignal): Promise<void> {
  // The list first: of a version whose files cannot be read it alone knows, and what is activated between the two is compared.
  const active = (await models.list(tenantId)).find(({ status }) => status === 'active');
  const live = await models.live(tenantId);
  const outcome = await runFitter({ series, liveShadow: live?.shadow ?? null, triesLastYear: reason === 'first' || reason === 'more-series' }, signal);
  if (signal.aborted) return;
  if (outcome.status === 'failed') return alert(tenantId, { kind: 'fit-failed', reason: outcome.reason });
  const { backTest, fit, report, shadow } = outcome.trained;
  // Before the fit: were the process to end between the two, the next one would take the fit for made, and never make up for the back-test.
  await forecasts.add(tenantId, backTest);
  const { number, wentLive } = await models.add(tenantId, {
    madeMs: now(), reason, report, seriesSha256, fit, shadow, goesLive: mayGoLive(report, live !== undefined), replaces: (live ?? active)?.version ?? null,
  });
  await alert(tenantId, { kind: 'refit', reason, version: number, wentLive, report });
}

async function issue(tenantId: string, view: TrendView, { forecasts, alert, vocabularyOf }: TrendWatchDeps): Promise<void> {
  await forecastAll(view);
  const issued = issueForecasts(view);
  const before = await forecasts.list(tenantId, { fromWeek: earliest(view) });
  await forecasts.add(tenantId, issued);
  const tags = newlyRising(view, before, await vocabularyOf(tenantId));
  if (tags.length > 0) await alert(tenantId, { kind: 'newly-rising', tags });
}
