import type { RecommendationRules } from '@vua/models/contracts';
import type { Database } from '../storage/database.ts';
import type { RulesRepository } from './rules-repository.ts';

/** Rules in the database. */
export function createRules({ query }: Database): RulesRepository {
  return {
    async find(tenantId) {
      const row = await query.selectFrom('recommendation_rules').select('rules').where('tenant_id', '=', tenantId).executeTakeFirst();
      return row && JSON.parse(row.rules) as RecommendationRules;
    },
    async save(tenantId, given) {
      const rules = JSON.stringify(given);
      await query.insertInto('recommendation_rules').values({ tenant_id: tenantId, rules }).onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ rules })).execute();
    },
  };
}
