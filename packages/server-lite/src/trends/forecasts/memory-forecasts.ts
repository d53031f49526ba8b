import { compareText } from '../compare-text.ts';
import type { ForecastRepository } from './forecast-repository.ts';
import type { IssuedForecast } from './issued-forecast.ts';

const keyOf = ({ source, tag, originWeek }: Pick<IssuedForecast, 'source' | 'tag' | 'originWeek'>): string => JSON.stringify([originWeek, source, tag]);
const inOrder = (a: IssuedForecast, b: IssuedForecast): number => a.originWeek - b.originWeek || compareText(a.source, b.source) || compareText(a.tag, b.tag);

/** Forecasts that live as long as the process. */
export function createMemoryForecasts(): ForecastRepository {
  const shops = new Map<string, Map<string, IssuedForecast>>();
  const of = (tenantId: string): Map<string, IssuedForecast> => {
    const known = shops.get(tenantId) ?? new Map<string, IssuedForecast>();
    shops.set(tenantId, known);
    return known;
  };
  return {
    async add(tenantId, forecasts) {
      for (const forecast of forecasts) if (!of(tenantId).has(keyOf(forecast))) of(tenantId).set(keyOf(forecast), structuredClone(forecast));
    },
    async judge(tenantId, outcomes) {
      for (const outcome of outcomes) {
        const known = of(tenantId).get(keyOf(outcome));
        if (known !== undefined) of(tenantId).set(keyOf(outcome), { ...known, actual: outcome.actual });
      }
    },
    list: async (tenantId, { fromWeek = -Infinity, toWeek = Infinity, tags }) => [...of(tenantId).values()]
      .filter(({ originWeek, tag }) => originWeek >= fromWeek && originWeek < toWeek && (tags === undefined || tags.includes(tag))).sort(inOrder),
  };
}
