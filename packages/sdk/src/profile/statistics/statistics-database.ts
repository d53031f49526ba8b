import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { MeasurementStatistics } from '@vua/models/contracts';
import { within } from '../within.ts';
import type { KeptStatistics, RandomizedAnswer, StatisticsStore } from './kept-statistics.ts';
import { openAnswer, sealAnswer, type SealedAnswer } from './seal-answer.ts';

const ENTRY = 'kept';
/** Some browsers never answer. */
const LIMIT_MS = 2000;

interface StoredStatistics {
  readonly answeredAtMs: number;
  readonly due?: { readonly dueAtMs: number; readonly sealed: SealedAnswer };
  readonly randomized?: RandomizedAnswer;
}

interface StatisticsSchema extends DBSchema {
  statistics: { key: typeof ENTRY; value: StoredStatistics };
}

/** In IndexedDB; the answer that waits is encrypted. Asking makes the database, so ask only for shoppers who agreed. */
export function createStatisticsDatabase(siteKey: string): StatisticsStore {
  const name = `vua-statistics/${siteKey}`;
  const use = async <T>(task: (connection: IDBPDatabase<StatisticsSchema>) => Promise<T>): Promise<T> => within(LIMIT_MS, (async () => {
    const connection = await openDB<StatisticsSchema>(name, 1, {
      upgrade: (created) => void created.createObjectStore('statistics'),
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return task(connection).finally(() => connection.close());
  })());

  return {
    read: () => use((connection) => connection.get('statistics', ENTRY)).then(async (stored) => (stored ? await toKept(stored) : 'none' as const)).catch(() => 'unreachable' as const),
    write: async (kept) => {
      try {
        const stored = await toStored(kept);
        await use((connection) => connection.put('statistics', stored, ENTRY));
        return true;
      } catch {
        return false;
      }
    },
    takeDue: async (nowMs) => {
      try {
        const sealed = await use((connection) => takeSealed(connection, nowMs));
        return sealed && await openAnswer(sealed);
      } catch {
        return undefined;
      }
    },
    clear: () => within(LIMIT_MS, deleteDB(name)).then(() => true, () => false),
  };
}

/** In one transaction: what one page took, no other page finds. */
async function takeSealed(connection: IDBPDatabase<StatisticsSchema>, nowMs: number): Promise<SealedAnswer | undefined> {
  const { store, done } = connection.transaction('statistics', 'readwrite', { durability: 'strict' });
  const stored = await store.get(ENTRY);
  if (stored?.due === undefined || stored.due.dueAtMs > nowMs) {
    await done;
    return undefined;
  }
  const { due, ...rest } = stored;
  await Promise.all([store.put(rest, ENTRY), done]);
  return due.sealed;
}

async function toStored({ due, ...rest }: KeptStatistics): Promise<StoredStatistics> {
  return due === undefined ? rest : { ...rest, due: { dueAtMs: due.dueAtMs, sealed: await sealAnswer(due.answer) } };
}

async function toKept({ due, ...rest }: StoredStatistics): Promise<KeptStatistics> {
  const answer: MeasurementStatistics | undefined = due && await openAnswer(due.sealed);
  return due === undefined || answer === undefined ? rest : { ...rest, due: { dueAtMs: due.dueAtMs, answer } };
}
