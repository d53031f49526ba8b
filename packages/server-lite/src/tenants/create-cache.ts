export interface CacheOptions<T> {
  /** What the cache asks for a value. */
  readonly load: (key: string) => Promise<T>;
  /** How long a value is believed. */
  readonly ttlMs: number;
  /** How long a value is believed beyond `ttlMs` while `load` rejects. @default 0 */
  readonly staleMs?: number;
  /** The oldest go first. @default 10,000 */
  readonly maxEntries?: number;
  /** @default the clock of the process */
  readonly now?: () => number;
}

interface Entry<T> {
  readonly value: Promise<T>;
  readonly loadedMs: number;
}

/** Remembers answers for a short time, "there is none" too; callers that ask at the same time share one question. */
export function createCache<T>({ load, ttlMs, staleMs = 0, maxEntries = 10_000, now = () => performance.now() }: CacheOptions<T>): (key: string) => Promise<T> {
  const entries = new Map<string, Entry<T>>();
  const keep = (key: string, entry: Entry<T>): Promise<T> => {
    entries.delete(key);
    entries.set(key, entry);
    for (const [oldest] of entries) {
      if (entries.size <= maxEntries) break;
      entries.delete(oldest);
    }
    return entry.value;
  };
  const refresh = (key: string, old: Entry<T> | undefined): Promise<T> => {
    const loadedMs = now();
    const value = load(key).catch((error: unknown) => {
      // Asked again at the next call; the old answer's age goes on counting.
      if (entries.get(key)?.value === value) entries.delete(key);
      if (old === undefined || now() - old.loadedMs >= ttlMs + staleMs) throw error;
      void keep(key, old);
      return old.value;
    });
    return keep(key, { value, loadedMs });
  };
  return (key) => {
    const entry = entries.get(key);
    return entry !== undefined && now() - entry.loadedMs < ttlMs ? entry.value : refresh(key, entry);
  };
}
