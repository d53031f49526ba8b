/** One text that outlives the page if the browser lets it. */
export interface ConsentStorage {
  read(): string | null;
  /** @returns whether it outlives the page. */
  write(text: string): boolean;
  /** Calls when another page of the shop wrote. @returns how to stop; safe to call twice. */
  hear(listener: () => void): () => void;
}

/** For browsers that refuse storage, and for tests. */
export function createMemoryConsentStorage(): ConsentStorage {
  let kept: string | null = null;
  return {
    read: () => kept,
    write(text) {
      kept = text;
      return false;
    },
    hear: () => () => undefined,
  };
}

/** Where there is no page, as on a server that renders it, none of it is there. */
type StoragePage = Partial<Pick<typeof globalThis, 'localStorage' | 'addEventListener' | 'removeEventListener'>>;

/**
 * In `localStorage`, which answers at once, so that the first event of a page knows its consent; in memory where that throws,
 * as it does in Safari's lockdown, in sandboxed frames, and when it is full.
 */
export function createLocalConsentStorage(key: string, page: StoragePage = globalThis): ConsentStorage {
  let refused: string | null = null;
  return {
    read() {
      try {
        return refused ?? page.localStorage?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        page.localStorage?.setItem(key, text);
        refused = page.localStorage ? null : text;
      } catch {
        refused = text;
        drop(key, page);
      }
      return refused === null;
    },
    hear(listener) {
      const onStorage = (event: StorageEvent): void => { if (event.key === key || event.key === null) listener(); };
      page.addEventListener?.('storage', onStorage);
      return () => page.removeEventListener?.('storage', onStorage);
    },
  };
}

/** An older choice must not speak for the newer one on the next page. */
function drop(key: string, page: StoragePage): void {
  try {
    page.localStorage?.removeItem(key);
  } catch {
    // Then nothing lies there that could be read.
  }
}
