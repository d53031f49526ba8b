import type { DominantColour } from '@vua/models/trend';
import type { Database } from '../../storage/database.ts';
import type { TrendPictureRow } from '../../storage/tables/trend-source-tables.ts';
import type { LookedPicture, PictureOutcome } from './looked-picture.ts';
import type { PictureRepository } from './picture-repository.ts';

/** What was seen, in SQLite or PostgreSQL. */
export function createDatabasePictures({ query }: Pick<Database, 'query'>): PictureRepository {
  return {
    save: async (tenantId, source, pictures) => {
      if (pictures.length === 0) return;
      await query.insertInto('trend_picture').values(pictures.map((picture) => toRow(tenantId, source, picture)))
        .onConflict((conflict) => conflict.columns(['tenant_id', 'source', 'post_id'])
          .doUpdateSet((now) => ({ looked_ms: now.ref('excluded.looked_ms'), tries: now.ref('excluded.tries'), outcome: now.ref('excluded.outcome'), colours: now.ref('excluded.colours') }))).execute();
    },
    list: async (tenantId, source, fromMs) => {
      const rows = await query.selectFrom('trend_picture').selectAll().where('tenant_id', '=', tenantId).where('source', '=', source).where('posted_ms', '>=', fromMs)
        .orderBy('posted_ms').orderBy('post_id').execute();
      return rows.map(fromRow);
    },
  };
}

const toRow = (tenantId: string, source: string, { postId, postedMs, lookedMs, tries, outcome, colours }: LookedPicture): TrendPictureRow =>
  ({ tenant_id: tenantId, source, post_id: postId, posted_ms: postedMs, looked_ms: lookedMs, tries, outcome, colours: JSON.stringify(colours) });

const fromRow = ({ post_id: postId, posted_ms: postedMs, looked_ms: lookedMs, tries, outcome, colours }: TrendPictureRow): LookedPicture =>
  ({ postId, postedMs, lookedMs, tries, outcome: outcome as PictureOutcome, colours: JSON.parse(colours) as readonly DominantColour[] });
