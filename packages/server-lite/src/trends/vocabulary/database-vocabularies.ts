import { VocabularyExtension } from '@vua/models/contracts';
import { Compile } from 'typebox/compile';
import type { Database } from '../../storage/database.ts';
import type { VocabularyRepository } from './vocabulary-repository.ts';

// What another program wrote into the database is checked like all other input.
const extensionText = Compile(VocabularyExtension);

/** Words of shops in SQLite or PostgreSQL. */
export function createDatabaseVocabularies({ query }: Pick<Database, 'query'>): VocabularyRepository {
  return {
    find: async (tenantId) => {
      const row = await query.selectFrom('trend_vocabulary').select('extension').where('tenant_id', '=', tenantId).executeTakeFirst();
      return row && extensionText.Parse(JSON.parse(row.extension));
    },
    save: async (tenantId, given) => {
      const extension = JSON.stringify(given);
      await query.insertInto('trend_vocabulary').values({ tenant_id: tenantId, extension }).onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ extension })).execute();
    },
  };
}
