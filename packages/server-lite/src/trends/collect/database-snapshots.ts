import { CollectedSource } from '@vua/models/contracts';
import type { Kysely, Selectable } from 'kysely';
import { Compile } from 'typebox/compile';
import type { Database } from '../../storage/database.ts';
import type { Tables } from '../../storage/tables.ts';
import type { TrendCursorRow, TrendSnapshotRow } from '../../storage/tables/trend-source-tables.ts';
import type { TrendPost } from '../trend-post.ts';
import type { Snapshot } from './snapshot.ts';
import type { SnapshotBatch, SnapshotRepository, TagPlace, TagProgress } from './snapshot-repository.ts';
import type { TrendPoint } from './trend-point.ts';

const sourceText = Compile(CollectedSource);
const keyOf = ({ tenantId, source, tag }: TagPlace) => ({ tenant_id: tenantId, source, tag });

/** Answers in SQLite or PostgreSQL. */
export function createDatabaseSnapshots({ query }: Pick<Database, 'query'>): SnapshotRepository {
  return {
    save: (place, batch) => query.transaction().execute((transaction) => save(transaction, place, batch)),
    hold: async (place, untilMs) => {
      await query.insertInto('trend_cursor').values({ ...keyOf(place), cursor: null, swept_ms: null, held_until_ms: untilMs })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'tag']).doUpdateSet({ held_until_ms: untilMs })).execute();
    },
    progress: async (tenantId, source) => {
      const rows = await query.selectFrom('trend_cursor').selectAll().where('tenant_id', '=', tenantId).where('source', '=', source).orderBy('tag').execute();
      return rows.map(toProgress);
    },
    list: async ({ tenantId, source, tag }, fromMs, toMs) => {
      const rows = await query.selectFrom('trend_snapshot').selectAll().where('tenant_id', '=', tenantId).where('source', '=', source).where('tag', '=', tag)
        .where('taken_ms', '>=', fromMs).where('taken_ms', '<', toMs).orderBy('taken_ms').orderBy('page').execute();
      return rows.map(toSnapshot);
    },
    newest: async () => {
      const rows = await query.selectFrom('trend_snapshot').select(({ fn }) => ['tenant_id', 'source', fn.max('taken_ms').as('taken_ms')]).groupBy(['tenant_id', 'source']).orderBy('tenant_id').orderBy('source').execute();
      return rows.map((row) => ({ tenantId: row.tenant_id, source: sourceText.Parse(row.source), takenMs: row.taken_ms }));
    },
  };
}

async function save(query: Kysely<Tables>, place: TagPlace, { snapshot, posts, points, cursor, isFinished }: SnapshotBatch): Promise<'saved' | 'known'> {
  const added = await query.insertInto('trend_snapshot').values({ ...keyOf(place), ...toSnapshotColumns(snapshot) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'tag', 'taken_ms', 'page']).doNothing()).returning('page').execute();
  if (added.length === 0) return 'known';
  await savePosts(query, place, posts);
  await savePoints(query, place, points);
  const moved = { held_until_ms: null, ...(cursor !== undefined && { cursor: JSON.stringify(cursor) }), ...(isFinished && { swept_ms: snapshot.takenMs }) };
  await query.insertInto('trend_cursor').values({ ...keyOf(place), cursor: null, swept_ms: null, ...moved })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'tag']).doUpdateSet(moved)).execute();
  return 'saved';
}

async function savePosts(query: Kysely<Tables>, place: TagPlace, posts: readonly TrendPost[]): Promise<void> {
  if (posts.length === 0) return;
  const rows = posts.map(({ postId, postedMs, seenMs, caption, imageUrl, likes, comments }) => ({
    ...keyOf(place), post_id: postId, posted_ms: postedMs, first_seen_ms: seenMs, seen_ms: seenMs,
    caption: caption ?? null, image_url: imageUrl ?? null, likes: likes ?? null, comments: comments ?? null,
  }));
  await query.insertInto('trend_post').values(rows).onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'tag', 'post_id'])
    .doUpdateSet((now) => ({ seen_ms: now.ref('excluded.seen_ms'), caption: now.ref('excluded.caption'), image_url: now.ref('excluded.image_url'), likes: now.ref('excluded.likes'), comments: now.ref('excluded.comments') }))
    .whereRef('trend_post.seen_ms', '<=', 'excluded.seen_ms')).execute();
}

async function savePoints(query: Kysely<Tables>, place: TagPlace, points: readonly TrendPoint[]): Promise<void> {
  if (points.length === 0) return;
  const rows = points.map(({ region, weekEndMs, value, seenMs }) => ({ ...keyOf(place), region, week_end_ms: weekEndMs, value, seen_ms: seenMs }));
  await query.insertInto('trend_point').values(rows).onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'tag', 'region', 'week_end_ms'])
    .doUpdateSet((now) => ({ value: now.ref('excluded.value'), seen_ms: now.ref('excluded.seen_ms') })).whereRef('trend_point.seen_ms', '<=', 'excluded.seen_ms')).execute();
}

const toSnapshotColumns = ({ takenMs, page, question, httpStatus, entries, isSaturated, factor, body }: Snapshot) =>
  ({ taken_ms: takenMs, page, question, http_status: httpStatus, entries, is_saturated: isSaturated ? 1 : 0, factor: factor ?? null, body });

const toSnapshot = ({ taken_ms: takenMs, page, question, http_status: httpStatus, entries, is_saturated: saturated, factor, body }: Selectable<TrendSnapshotRow>): Snapshot =>
  ({ takenMs, page, question, httpStatus, entries, isSaturated: saturated === 1, ...(factor !== null && { factor }), body });

const toProgress = ({ tag, cursor, swept_ms: sweptMs, held_until_ms: heldUntilMs }: Selectable<TrendCursorRow>): TagProgress => ({
  tag, ...(cursor !== null && { cursor: JSON.parse(cursor) as unknown }), ...(sweptMs !== null && { sweptMs }), ...(heldUntilMs !== null && { heldUntilMs }),
});
