/** Items that the shopper does not want to be shown again, on this device only. */
export interface DismissedItems {
  read(): readonly string[];
  add(itemId: string): void;
  /** Without `itemIds`: all. */
  restore(itemIds?: readonly string[]): void;
}

/** One text that outlives the page if the browser lets it. */
type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The oldest are forgotten. */
const MOST = 200;

/** For browsers that refuse storage, and for tests. */
export function createMemoryDismissedItems(): DismissedItems {
  let items: readonly string[] = [];
  return {
    read: () => items,
    add: (itemId) => { items = [...items.filter((each) => each !== itemId), itemId].slice(-MOST); },
    restore: (itemIds) => { items = itemIds === undefined ? [] : items.filter((each) => !itemIds.includes(each)); },
  };
}

/** In `localStorage` under `key`; in this page's memory where the browser refuses that. */
export function createDismissedItems(key: string, storage: TextStorage | undefined = openStorage()): DismissedItems {
  const memory = createMemoryDismissedItems();
  const keep = (items: readonly string[]): void => {
    if (items.length === 0) storage?.removeItem(key);
    else storage?.setItem(key, JSON.stringify(items));
  };
  const change = (make: (here: DismissedItems) => void): void => {
    // Another page may have added since.
    for (const itemId of attempt(() => parseItems(storage?.getItem(key))) ?? []) memory.add(itemId);
    make(memory);
    attempt(() => keep(memory.read()));
  };
  return {
    read() {
      change(() => undefined);
      return memory.read();
    },
    add: (itemId) => change((here) => here.add(itemId)),
    restore: (itemIds) => change((here) => here.restore(itemIds)),
  };
}

function parseItems(text: string | null | undefined): readonly string[] {
  const given: unknown = JSON.parse(text ?? '[]');
  return Array.isArray(given) ? given.filter((each) => typeof each === 'string') : [];
}

/** Undefined where it throws: a browser may refuse storage at every step, and anybody may write there. */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}

const openStorage = (): TextStorage | undefined => attempt(() => globalThis.localStorage);
