import type { HashtagScores, TrendAnswer, TrendCall, TrendLine, TrendPredictions, TrendQuestion, TrendTop } from '@vua/models/contracts';
import { createAnswerCache } from '../../http/answer-cache.ts';
import { compareText } from '../compare-text.ts';
import type { TrendSourceName } from '../trend-source-name.ts';
import { answerOf, lineOf } from './answer-of.ts';
import { forecastAll } from './forecast-all.ts';
import { normalTag } from './normal-tag.ts';
import type { TrendView } from './trend-view.ts';
import type { TrendViews } from './trend-views.ts';

export interface TopQuestion {
  readonly class: TrendCall;
  readonly limit: number;
  readonly source?: TrendSourceName;
}

export interface TrendService {
  /** `TrendPredictions` as JSON. The same question has the same answer until more is known. */
  predict(tenantId: string, question: TrendQuestion): Promise<string>;
  scores(tenantId: string, hashtags: readonly string[]): Promise<HashtagScores>;
  top(tenantId: string, question: TopQuestion): Promise<TrendTop>;
}

export interface TrendServiceDeps {
  readonly views: TrendViews;
  /** Told whether an answer was known. */
  readonly answered?: (from: 'cache' | 'computed') => void;
  /** Letters of the answers that are kept, and of their questions. @default 64 million: nine hundred of 30 tags */
  readonly cachedLetters?: number;
}

const DEFAULT_WEEKS = 13;
const CACHED_LETTERS = 64 * 1024 * 1024;

export function createTrendService({ views, answered = () => undefined, cachedLetters = CACHED_LETTERS }: TrendServiceDeps): TrendService {
  const answers = createAnswerCache<string>(cachedLetters, (answer, key) => answer.length + key.length);
  return {
    async predict(tenantId, { tags, horizonWeeks = DEFAULT_WEEKS, source }) {
      const view = await views.of(tenantId);
      const key = JSON.stringify([tenantId, view.revision, view.version, view.thisWeek, horizonWeeks, source, tags]);
      const known = answers.find(key);
      answered(known === undefined ? 'computed' : 'cache');
      return known ?? answers.keep(key, JSON.stringify(predictionsOf(view, tags, { horizonWeeks, ...(source !== undefined && { source }) })));
    },
    async scores(tenantId, hashtags) {
      const view = await views.of(tenantId);
      return scoresOf(hashtags, hashtags.map((tag) => answerOf(view, normalTag(tag), { horizonWeeks: DEFAULT_WEEKS })));
    },
    async top(tenantId, question) {
      const view = await views.of(tenantId);
      await forecastAll(view);
      return topOf(view, question);
    },
  };
}

function predictionsOf(view: TrendView, tags: readonly string[], asked: { readonly horizonWeeks: number; readonly source?: TrendSourceName }): TrendPredictions {
  return { modelVersion: view.version, horizonWeeks: asked.horizonWeeks, tags: tags.map((tag) => answerOf(view, normalTag(tag), asked)) };
}

function scoresOf(hashtags: readonly string[], answers: readonly TrendAnswer[]): HashtagScores {
  const known = answers.flatMap((answer) => (answer.status === 'forecast' ? [answer.trendScore] : []));
  return {
    trend_score: known.length === 0 ? null : Math.round(known.reduce((sum, score) => sum + score, 0) / known.length),
    hashtags: answers.map((answer, k) => {
      const isForecast = answer.status === 'forecast';
      return {
        hashtag: hashtags[k] ?? '', status: answer.status, trend_score: isForecast ? answer.trendScore : null, change: isForecast ? answer.change.value : null,
        class: isForecast ? answer.change.class : null, confidence: 'quality' in answer ? answer.quality.confidence : null,
      };
    }),
  };
}

function topOf(view: TrendView, { class: called, limit, source }: TopQuestion): TrendTop {
  const sign = called === 'falling' ? -1 : 1;
  const lines = view.tags.flatMap((tag) => linesOf(view, tag, source)).filter(({ change }) => change.class === called);
  lines.sort((a, b) => sign * (b.change.value - a.change.value) || compareText(a.tag, b.tag));
  return { modelVersion: view.version, class: called, tags: lines.slice(0, limit) };
}

function linesOf(view: TrendView, tag: string, source: TrendSourceName | undefined): readonly TrendLine[] {
  const found = view.find(tag, source);
  const line = found && lineOf(view, found);
  return line === undefined ? [] : [line];
}
