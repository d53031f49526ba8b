import { remember } from './remember.ts';
import type { ReportGroup } from './report-groups.ts';

const [MOST_SHOPPERS, MOST_CLICKS] = [50_000, 50];

interface Click {
  readonly group: ReportGroup;
  readonly timeMs: number;
}

/** The last click of each pseudonymous id on each item. Memory is bounded: the oldest are forgotten. */
export interface ClickedItems {
  readonly click: (anonymousId: string, itemId: string, group: ReportGroup, timeMs: number) => void;
  /** Of the last click before `timeMs`, as far as it counts. */
  readonly find: (anonymousId: string, itemId: string, timeMs: number) => ReportGroup | undefined;
}

/** @param withinMs how long a click counts */
export function createClickedItems(withinMs: number): ClickedItems {
  const shoppers = new Map<string, Map<string, Click>>();
  return {
    click: (anonymousId, itemId, group, timeMs) => {
      const own = shoppers.get(anonymousId) ?? new Map<string, Click>();
      remember(own, itemId, { group, timeMs }, MOST_CLICKS);
      remember(shoppers, anonymousId, own, MOST_SHOPPERS);
    },
    find: (anonymousId, itemId, timeMs) => {
      const click = shoppers.get(anonymousId)?.get(itemId);
      return click !== undefined && timeMs >= click.timeMs && timeMs - click.timeMs <= withinMs ? click.group : undefined;
    },
  };
}
