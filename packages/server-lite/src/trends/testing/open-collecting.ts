import type { CollectedSource, PinterestRegion } from '@vua/models/contracts';
import { createMemoryTrendStores } from '../collect/memory-trend-stores.ts';
import { createCollector } from '../collect/create-collector.ts';
import { createSourceService, type SourceService } from '../collect/source-service.ts';
import { createTokenVault } from '../collect/token-vault.ts';
import type { TrendAlert } from '../alerts/trend-alert.ts';
import type { TrendStores } from '../collect/trend-stores.ts';

export const TOKEN = 'EAAG-secret/token+of=a.shop';
export const ACCOUNT = '17841400000000001';
/** A Sunday, 12:00 UTC. */
export const START_MS = Date.UTC(2026, 10, 29, 12);
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

interface Configuring {
  readonly tenantId?: string;
  readonly accountIds?: readonly string[];
  readonly regions?: readonly PinterestRegion[];
  readonly token?: string;
}

export interface Collecting {
  readonly stores: TrendStores;
  readonly service: SourceService;
  readonly alerts: (TrendAlert & { readonly tenantId: string })[];
  /** UTC milliseconds; moves only by `pass`. */
  readonly now: () => number;
  pass(ms: number): void;
  /** Points a source of a shop at a fake server. */
  configure(source: CollectedSource, baseUrl: string, tags: readonly string[], rest?: Configuring): Promise<void>;
  /** One run of the job. */
  collect(signal?: AbortSignal): Promise<void>;
}

/** The whole of collecting with a clock that stands, over real HTTP. */
export function openCollecting({ stores = createMemoryTrendStores(), requestsPerRun, timeoutMs = 10_000 }: { readonly stores?: TrendStores; readonly requestsPerRun?: number; readonly timeoutMs?: number } = {}): Collecting {
  let nowMs = START_MS;
  const now = (): number => nowMs;
  const vault = createTokenVault(new Uint8Array(32).fill(7));
  const alerts: Collecting['alerts'] = [];
  const run = createCollector({
    stores, vault, now, timeoutMs, random: () => 0, fetch: (...given) => globalThis.fetch(...given),
    alert: async (tenantId, alert) => { alerts.push({ tenantId, ...alert }); }, ...(requestsPerRun !== undefined && { requestsPerRun }),
  });
  const serviceFor = (origins: readonly string[]): SourceService => createSourceService({ stores, vault, now, origins });
  return {
    stores, alerts, now, service: serviceFor([]),
    pass: (ms) => { nowMs += ms; },
    configure: async (source, baseUrl, tags, { tenantId = 'shop', accountIds = [ACCOUNT], regions = ['US'], token = TOKEN }: Configuring = {}) => {
      const outcome = await serviceFor([new URL(baseUrl).origin]).save(tenantId, source, { baseUrl, token, tags: [...tags], ...(source === 'instagram' ? { accountIds: [...accountIds] } : { regions: [...regions] }) });
      if (outcome.status !== 'saved') throw new Error(JSON.stringify(outcome));
    },
    collect: (signal = new AbortController().signal) => run(signal),
  };
}
