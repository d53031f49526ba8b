import type { FitRecord, FitStatus, LiveFit } from './fit-record.ts';
import type { FitRepository } from './fit-repository.ts';

type Kept = FitRecord & Pick<LiveFit, 'fit' | 'shadow'>;

/** Fits that live as long as the process. */
export function createMemoryFits(): FitRepository {
  const shops = new Map<string, Kept[]>();
  const of = (tenantId: string): Kept[] => shops.get(tenantId) ?? [];
  const withStatus = (fit: Kept, status: FitStatus): Kept => ({ ...fit, status });
  const retired = (fits: readonly Kept[]): Kept[] => fits.map((fit) => (fit.status === 'live' ? withStatus(fit, 'kept') : fit));
  return {
    async add(tenantId, given) {
      const version = Math.max(0, ...of(tenantId).map((fit) => fit.version)) + 1;
      const others = given.status === 'live' ? retired(of(tenantId)) : of(tenantId);
      shops.set(tenantId, [...others, structuredClone({ ...given, version, adjustedMs: given.madeMs })]);
      return version;
    },
    async live(tenantId) {
      const found = of(tenantId).find(({ status }) => status === 'live');
      return found && structuredClone({ version: found.version, madeMs: found.madeMs, adjustedMs: found.adjustedMs, fit: found.fit, shadow: found.shadow });
    },
    list: async (tenantId) => of(tenantId).map(({ fit: _fit, shadow: _shadow, ...record }) => structuredClone(record)).sort((a, b) => b.version - a.version),
    adjust: async (tenantId, version, adjusted) => void shops.set(tenantId, of(tenantId).map((fit) => (fit.version === version ? { ...fit, ...structuredClone(adjusted) } : fit))),
    async activate(tenantId, version) {
      if (!of(tenantId).some((fit) => fit.version === version)) return false;
      shops.set(tenantId, retired(of(tenantId)).map((fit) => (fit.version === version ? withStatus(fit, 'live') : fit)));
      return true;
    },
    async keepNewest(tenantId, most) {
      const newest = of(tenantId).map(({ version }) => version).sort((a, b) => b - a).slice(0, most);
      shops.set(tenantId, of(tenantId).filter(({ status, version }) => status === 'live' || newest.includes(version)));
    },
  };
}
