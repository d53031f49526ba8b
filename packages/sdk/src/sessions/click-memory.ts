import { CLICKED_KEY, type ClickedItems } from '../events/index.ts';
import type { Moment } from './moment.ts';

/** Which recommendations items were clicked in, for the events to name them: where a page finds it before anything else is loaded. Nothing here throws. */
export interface ClickMemory {
  /** Adds the clicks among these moments; those that no longer count go. */
  add(moments: readonly Moment[]): void;
  /** Leaves no trace. */
  clear(): void;
}

/** As long as the server's report gives what follows to a click. */
const CLICK_LIFE_MS = 7 * 24 * 3_600_000;
/** The newest. */
const MOST_ITEMS = 50;

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** In `localStorage`, which answers at once. @param openStorage may throw, as browsers do that refuse storage */
export function createClickMemory(siteKey: string, now: () => number, openStorage: () => TextStorage | undefined = () => globalThis.localStorage): ClickMemory {
  const key = CLICKED_KEY + siteKey;
  const attempt = (task: (storage: TextStorage) => void): void => {
    try {
      const storage = openStorage();
      if (storage) task(storage);
    } catch {
      // What is not kept costs a report some detail.
    }
  };
  return {
    add(moments) {
      const added = moments.flatMap(({ itemId, recommendationId, timeMs }): ClickEntry[] => (recommendationId === undefined ? [] : [[itemId, [recommendationId, timeMs + CLICK_LIFE_MS]]]));
      if (added.length > 0) attempt((storage) => storage.setItem(key, JSON.stringify(mergeClicks(parseClicks(storage.getItem(key)), added, now()))));
    },
    clear: () => attempt((storage) => storage.removeItem(key)),
  };
}

type ClickEntry = readonly [itemId: string, click: ClickedItems[string]];

/** The last click on an item counts. */
function mergeClicks(kept: readonly ClickEntry[], added: readonly ClickEntry[], nowMs: number): ClickedItems {
  const inOrder = [...kept, ...added].filter(([, [, untilMs]]) => untilMs > nowMs).sort(([, [, left]], [, [, right]]) => left - right);
  return Object.fromEntries([...new Map(inOrder)].slice(-MOST_ITEMS));
}

/** Reads what a device kept; what another hand changed is left out. */
function parseClicks(text: string | null): readonly ClickEntry[] {
  try {
    return Object.entries(JSON.parse(text ?? '{}') as object).filter((entry): entry is [string, ClickedItems[string]] => isClick(entry[1]));
  } catch {
    return [];
  }
}

const isClick = (given: unknown): boolean => Array.isArray(given) && typeof given[0] === 'string' && Number.isFinite(given[1]);
