import type { RecommendationRules } from '@vua/models/contracts';

/** What shops decide themselves. Every implementation passes `testing/describe-rules-repository.ts`. */
export interface RulesRepository {
  /** Undefined: the shop has decided nothing. */
  find(tenantId: string): Promise<RecommendationRules | undefined>;
  /** In the place of what was there. Resolves after the commit. */
  save(tenantId: string, rules: RecommendationRules): Promise<void>;
}
