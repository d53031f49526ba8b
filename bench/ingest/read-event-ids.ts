import { openSqlite } from '../../packages/server-lite/src/storage/open-sqlite.ts';
import { createSqliteEventLog } from '../../packages/server-lite/src/storage/sqlite-event-log.ts';

const PAGE = 5000;

/** Ids of all events of the demo shop in a SQLite file, as often as they are there. */
export async function readEventIds(file: string): Promise<readonly string[]> {
  const database = await openSqlite(file);
  const log = createSqliteEventLog(database);
  const ids: string[] = [];
  for (let afterId: string | undefined; ;) {
    const page = await log.read({ tenantId: 'demo', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: PAGE, ...(afterId !== undefined && { afterId }) });
    ids.push(...page.map(({ id }) => id));
    afterId = page.at(-1)?.id;
    if (page.length < PAGE) break;
  }
  await log.close();
  await database.close();
  return ids;
}
