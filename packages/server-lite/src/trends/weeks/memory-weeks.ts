import { compareText } from '../compare-text.ts';
import type { TrendWeek } from './trend-week.ts';
import type { WeekRepository } from './week-repository.ts';

const keyOf = ({ source, tag, week }: TrendWeek): string => JSON.stringify([source, tag, week]);
const inOrder = (a: TrendWeek, b: TrendWeek): number => compareText(a.source, b.source) || compareText(a.tag, b.tag) || a.week - b.week;

/** Weeks that live as long as the process. */
export function createMemoryWeeks(): WeekRepository {
  const shops = new Map<string, { readonly weeks: Map<string, TrendWeek>; revision: number }>();
  const built = new Map<string, number>();
  return {
    async save(tenantId, weeks) {
      if (weeks.length === 0) return;
      if (weeks.some(({ value }) => !(value >= 0))) throw new RangeError('a week has a value below 0');
      const shop = shops.get(tenantId) ?? { weeks: new Map(), revision: 0 };
      for (const week of weeks) shop.weeks.set(keyOf(week), structuredClone(week));
      shop.revision += 1;
      shops.set(tenantId, shop);
    },
    list: async (tenantId, { source, tags }) => [...shops.get(tenantId)?.weeks.values() ?? []]
      .filter((week) => (source === undefined || week.source === source) && (tags === undefined || tags.includes(week.tag)))
      .sort(inOrder),
    revision: async (tenantId) => shops.get(tenantId)?.revision ?? 0,
    listTenants: async () => [...shops.keys()].sort(compareText),
    markBuilt: async (tenantId, atMs) => void built.set(tenantId, atMs),
    builtMs: async (tenantId) => built.get(tenantId) ?? 0,
  };
}
