import type { CollectedSource } from '@vua/models/contracts';
import type { Database } from '../../storage/database.ts';
import type { TrendPostRow } from '../../storage/tables/trend-source-tables.ts';
import type { TrendPost } from '../trend-post.ts';
import type { PostRepository } from './post-repository.ts';

/** Posts and points in SQLite or PostgreSQL. */
export function createDatabasePosts({ query }: Pick<Database, 'query'>): PostRepository {
  return {
    list: async ({ tenantId, source, tag }, fromMs, toMs) => {
      const rows = await query.selectFrom('trend_post').selectAll().where('tenant_id', '=', tenantId).where('source', '=', source).where('tag', '=', tag)
        .where('posted_ms', '>=', fromMs).where('posted_ms', '<', toMs).orderBy('posted_ms').orderBy('post_id').execute();
      return rows.map((row) => toPost(source, row));
    },
    seenBy: async ({ tenantId, source, tag }, postIds, atMs) => {
      if (postIds.length === 0) return new Set();
      const rows = await query.selectFrom('trend_post').select('post_id').where('tenant_id', '=', tenantId).where('source', '=', source).where('tag', '=', tag)
        .where('post_id', 'in', [...postIds]).where('first_seen_ms', '<=', atMs).execute();
      return new Set(rows.map((row) => row.post_id));
    },
    points: async ({ tenantId, source, tag }) => {
      const rows = await query.selectFrom('trend_point').selectAll().where('tenant_id', '=', tenantId).where('source', '=', source).where('tag', '=', tag).orderBy('region').orderBy('week_end_ms').execute();
      return rows.map((row) => ({ region: row.region, weekEndMs: row.week_end_ms, value: row.value, seenMs: row.seen_ms }));
    },
  };
}

const toPost = (source: CollectedSource, { tag, post_id: postId, posted_ms: postedMs, seen_ms: seenMs, caption, image_url: imageUrl, likes, comments }: TrendPostRow): TrendPost => ({
  source, postId, tag, postedMs, seenMs,
  ...(caption !== null && { caption }), ...(imageUrl !== null && { imageUrl }), ...(likes !== null && { likes }), ...(comments !== null && { comments }),
});
