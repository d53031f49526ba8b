import type { TrendAccuracy, TrendAccuracyReport, TrendWeeks } from '@vua/models/contracts';
import { mondayOf } from '@vua/models/trend';
import type { TrendModels } from '../fits/create-trend-models.ts';
import type { ForecastRepository } from '../forecasts/forecast-repository.ts';
import { normalTag } from '../serve/normal-tag.ts';
import type { TrendViews } from '../serve/trend-views.ts';
import type { TrendSourceName } from '../trend-source-name.ts';
import { type JudgedForecast, accuracyOf, isJudged } from '../watch/accuracy.ts';

export interface TrendReportDeps {
  readonly views: TrendViews;
  readonly models: Pick<TrendModels, 'list'>;
  readonly forecasts: ForecastRepository;
}

export interface TrendReport {
  accuracy(tenantId: string): Promise<TrendAccuracyReport>;
  /** Undefined: nobody has seen this tag. */
  weeks(tenantId: string, tag: string, source?: TrendSourceName): Promise<TrendWeeks | undefined>;
}

/** The year before the last one that can be judged. */
const YEAR_WEEKS = 66;
const CHART_WEEKS = 156;

export function createTrendReport({ views, models, forecasts }: TrendReportDeps): TrendReport {
  return {
    async accuracy(tenantId) {
      const [view, records] = await Promise.all([views.of(tenantId), models.list(tenantId)]);
      const last = Math.max(0, ...view.all.map(({ lastWeek }) => lastWeek));
      const judged = (await forecasts.list(tenantId, { fromWeek: last - YEAR_WEEKS })).filter(isJudged);
      const bySource = [...Map.groupBy(judged, ({ source }) => source)];
      const byWeek = [...Map.groupBy(judged, ({ originWeek }) => originWeek)];
      return {
        overall: told(judged), sources: bySource.map(([source, group]) => ({ source, ...told(group) })),
        weeks: byWeek.map(([week, group]) => {
          const { judged: count, mae, maeBaseline } = told(group);
          return { week: mondayOf(week), judged: count, mae, maeBaseline };
        }),
        fits: records.map(({ seriesSha256: _series, ...version }) => version),
      };
    },
    async weeks(tenantId, given, asked) {
      const tag = normalTag(given);
      const found = (await views.of(tenantId)).find(tag, asked);
      if (found === undefined) return undefined;
      const { source, series: { firstWeek, values } } = found;
      const issued = (await forecasts.list(tenantId, { tags: [tag] })).filter((one) => one.source === source);
      return {
        tag, source,
        weeks: values.flatMap((value, k) => (value === null ? [] : [{ week: mondayOf(firstWeek + k), value }])).slice(-CHART_WEEKS),
        forecasts: issued.map(({ originWeek, version, change, interval80: [low80, high80], class: called, actual }) => ({ week: mondayOf(originWeek), version, change, low80, high80, class: called, actual })),
      };
    },
  };
}

function told(judged: readonly JudgedForecast[]): TrendAccuracy {
  const { mae, maeBaseline, precision, called, within80, within95 } = accuracyOf(judged);
  return { judged: judged.length, mae: known(mae), maeBaseline: known(maeBaseline), precision: known(precision), called: known(called), within80: known(within80), within95: known(within95) };
}

/** A mean over nothing is no number, which JSON does not know. */
const known = (figure: number): number | null => (Number.isNaN(figure) ? null : figure);
