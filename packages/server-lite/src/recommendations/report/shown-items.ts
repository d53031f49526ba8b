import { remember } from './remember.ts';
import type { ReportGroup } from './report-groups.ts';

/** Items of lists, each under the recommendation id of its list. */
const [MOST_SHOWN, MOST_CLICKED] = [200_000, 200_000];

interface Shown {
  readonly group: ReportGroup;
  readonly firstMs: number;
  readonly lastMs: number;
}

/** Which items were shown under which recommendation id. Memory is bounded; what was clicked outlives what was only shown. */
export interface ShownItems {
  /** Who showed it first under this id keeps it. */
  readonly show: (recommendationId: string, itemId: string, group: ReportGroup, timeMs: number) => void;
  readonly click: (recommendationId: string, itemId: string, timeMs: number) => void;
  /** Undefined where this item was not shown under this id before `timeMs`, or was last shown or clicked longer ago than counts. */
  readonly find: (recommendationId: string, itemId: string, timeMs: number) => ReportGroup | undefined;
}

/** @param withinMs how long what is shown or clicked counts */
export function createShownItems(withinMs: number): ShownItems {
  const [shown, clicked] = [new Map<string, Shown>(), new Map<string, Shown>()];
  const findKept = (key: string): Shown | undefined => clicked.get(key) ?? shown.get(key);
  return {
    show: (recommendationId, itemId, group, timeMs) => {
      const key = keyOf(recommendationId, itemId);
      const known = findKept(key);
      const entry = { group: known?.group ?? group, firstMs: Math.min(known?.firstMs ?? timeMs, timeMs), lastMs: Math.max(known?.lastMs ?? timeMs, timeMs) };
      if (clicked.has(key)) clicked.set(key, entry);
      else remember(shown, key, entry, MOST_SHOWN);
    },
    click: (recommendationId, itemId, timeMs) => {
      const key = keyOf(recommendationId, itemId);
      const known = findKept(key);
      if (known === undefined) return;
      shown.delete(key);
      remember(clicked, key, { ...known, lastMs: Math.max(known.lastMs, timeMs) }, MOST_CLICKED);
    },
    find: (recommendationId, itemId, timeMs) => {
      const known = findKept(keyOf(recommendationId, itemId));
      return known !== undefined && timeMs >= known.firstMs && timeMs - known.lastMs <= withinMs ? known.group : undefined;
    },
  };
}

/** Ids of shops hold no control characters. */
const keyOf = (recommendationId: string, itemId: string): string => `${recommendationId}\n${itemId}`;
