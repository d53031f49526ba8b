import type { RulesRepository } from './rules-repository.ts';

/** Rules that live as long as the process. */
export function createMemoryRules(): RulesRepository {
  const rules = new Map<string, Awaited<ReturnType<RulesRepository['find']>>>();
  return {
    find: async (tenantId) => structuredClone(rules.get(tenantId)),
    save: async (tenantId, given) => void rules.set(tenantId, structuredClone(given)),
  };
}
