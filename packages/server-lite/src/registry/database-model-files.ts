import type { Database } from '../storage/database.ts';
import type { ModelFileRepository } from './model-file-repository.ts';

/** Short enough that a chunk's commit keeps the event log waiting for milliseconds only. */
const CHUNK_BYTES = 512 * 1024;

/** Contents in the database, in chunks. */
export function createDatabaseModelFiles({ query }: Pick<Database, 'query'>): ModelFileRepository {
  return {
    async put(tenantId, sha256, bytes, nowMs) {
      const key = { tenant_id: tenantId, sha256 };
      const { is_whole: isWhole } = await query.insertInto('model_file').values({ ...key, bytes: bytes.length, put_ms: nowMs, is_whole: 0 })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'sha256']).doUpdateSet({ put_ms: nowMs })).returning('is_whole').executeTakeFirstOrThrow();
      if (isWhole === 1) return;
      // One commit for each, not one for all: other writers come in between. What was cut off is never read, and written again by the next.
      for (let place = 0; place * CHUNK_BYTES < bytes.length; place++) {
        const content = bytes.slice(place * CHUNK_BYTES, (place + 1) * CHUNK_BYTES);
        await query.insertInto('model_file_chunk').values({ ...key, place, content })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'sha256', 'place']).doNothing()).execute();
      }
      await query.updateTable('model_file').set({ is_whole: 1 }).where('tenant_id', '=', tenantId).where('sha256', '=', sha256).execute();
    },
    async read(tenantId, sha256) {
      const file = await query.selectFrom('model_file').select('bytes').where('tenant_id', '=', tenantId).where('sha256', '=', sha256).where('is_whole', '=', 1).executeTakeFirst();
      if (file === undefined) return undefined;
      const whole = new Uint8Array(file.bytes);
      for (let place = 0; place * CHUNK_BYTES < file.bytes; place++) {
        const chunk = await query.selectFrom('model_file_chunk').select('content')
          .where('tenant_id', '=', tenantId).where('sha256', '=', sha256).where('place', '=', place).executeTakeFirst();
        // Swept meanwhile.
        if (chunk === undefined) return undefined;
        whole.set(chunk.content, place * CHUNK_BYTES);
      }
      return whole;
    },
    async sweep(beforeMs) {
      const rows = await query.deleteFrom('model_file').where('put_ms', '<', beforeMs)
        .where((where) => where.not(where.exists(where.selectFrom('model_version_file').select('name')
          .whereRef('model_version_file.tenant_id', '=', 'model_file.tenant_id').whereRef('model_version_file.sha256', '=', 'model_file.sha256'))))
        .returning('sha256').execute();
      return rows.length;
    },
  };
}
