import { MAX_HORIZON_WEEKS, type TrendFit, type TrendForecast, fitTrends, forecastTrend, weekOfMs } from '@vua/models/trend';
import type { TrendModels } from '../fits/create-trend-models.ts';
import type { TrendSourceName } from '../trend-source-name.ts';
import type { WeekRepository } from '../weeks/week-repository.ts';
import { createNearestTags } from './nearest-tags.ts';
import { createSimilarTags } from './similar-tags.ts';
import { type SourceSeries, toSourceSeries } from './source-series.ts';

/** What is known of a shop's trends at one revision. */
export interface TrendView {
  readonly revision: number;
  /** Number of the fit's version; 0 before the first, and where its files cannot be read. */
  readonly version: number;
  /** Number of the version that was live when this was read, whether it could be read or not; 0: none. */
  readonly liveNumber: number;
  readonly fit: TrendFit;
  /** The running week, which is not whole yet. */
  readonly thisWeek: number;
  readonly all: readonly SourceSeries[];
  /** Known tags, ascending. */
  readonly tags: readonly string[];
  /** Of several sources the one that was seen last, then the one with the longest history. */
  find(tag: string, source?: TrendSourceName): SourceSeries | undefined;
  /** A year ahead; computed once. */
  forecastOf(series: SourceSeries): TrendForecast;
  /** Known tags that are written most alike. */
  nearestTo(tag: string): readonly string[];
  /** Computed once. */
  similarTo(series: SourceSeries): readonly string[];
}

export interface TrendViewDeps {
  readonly weeks: WeekRepository;
  readonly models: Pick<TrendModels, 'live' | 'liveNumber'>;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** Before anything was learned, or where that cannot be read, the prior: every history is forecast, with wide intervals. */
const NO_FIT = { number: 0, fit: fitTrends([]) };

export async function openTrendView(tenantId: string, { weeks, models, now }: TrendViewDeps): Promise<TrendView> {
  // First what tells of changes: what changes while the rest is read is read again.
  const [revision, liveNumber] = await Promise.all([weeks.revision(tenantId), models.liveNumber(tenantId)]);
  const [listed, live] = await Promise.all([weeks.list(tenantId, {}), models.live(tenantId)]);
  const thisWeek = weekOfMs(now());
  const all = toSourceSeries(listed, thisWeek);
  const { number: version, fit } = live ?? NO_FIT;
  const tags = [...new Set(all.map(({ tag }) => tag))].sort();
  return { revision, version, liveNumber, fit, thisWeek, all, tags, ...lookUp(all), ...lookAround(tags), ...computeOnce(fit, all) };
}

function lookUp(all: readonly SourceSeries[]): Pick<TrendView, 'find'> {
  const byTag = Map.groupBy(all, ({ tag }) => tag);
  for (const found of byTag.values()) found.sort((a, b) => b.lastWeek - a.lastWeek || b.series.values.length - a.series.values.length);
  return { find: (tag, source) => byTag.get(tag)?.find((one) => source === undefined || one.source === source) };
}

function lookAround(tags: readonly string[]): Pick<TrendView, 'nearestTo'> {
  let nearest: ReturnType<typeof createNearestTags> | undefined;
  return { nearestTo: (tag) => (nearest ??= createNearestTags(tags))(tag) };
}

function computeOnce(fit: TrendFit, all: readonly SourceSeries[]): Pick<TrendView, 'forecastOf' | 'similarTo'> {
  const forecasts = new Map<SourceSeries, TrendForecast>();
  const similarTags = createSimilarTags(all);
  const similar = new Map<SourceSeries, readonly string[]>();
  return {
    forecastOf: (one) => remember(forecasts, one, () => forecastTrend(fit, one.series, MAX_HORIZON_WEEKS)),
    similarTo: (one) => remember(similar, one, () => similarTags(one)),
  };
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
