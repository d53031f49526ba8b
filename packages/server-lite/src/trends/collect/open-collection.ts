import type { FastifyBaseLogger } from 'fastify';
import type { SendAlert } from '../alerts/trend-alert.ts';
import { createCollector } from './create-collector.ts';
import { createSourceService, type SourceService } from './source-service.ts';
import { createTokenVault } from './token-vault.ts';
import type { TrendStores } from './trend-stores.ts';

export interface CollectionOptions {
  /** 32 bytes: opens the tokens of sources. */
  readonly tokenKey: Uint8Array;
  /** Where sources may be beside their official addresses. */
  readonly origins: readonly string[];
}

export interface CollectionDeps {
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
  readonly alert: SendAlert;
  /** Absent: no source can be configured, and nothing is collected. */
  readonly collecting?: CollectionOptions;
}

export interface Collection {
  readonly sources: SourceService;
  /** Collects what is due; for a job. */
  readonly collect?: (signal: AbortSignal) => Promise<void>;
}

/** Ties the parts of collecting together. */
export function openCollection(stores: TrendStores, { now, log, alert, collecting }: CollectionDeps): Collection {
  if (collecting === undefined) return { sources: createSourceService({ stores, now }) };
  const vault = createTokenVault(collecting.tokenKey);
  const tell: SendAlert = (tenantId, given) => {
    log.error({ tenantId, ...given }, 'a source of trends rests until it is configured anew');
    return alert(tenantId, given);
  };
  return {
    sources: createSourceService({ stores, vault, origins: collecting.origins, now }),
    collect: createCollector({ stores, vault, now, alert: tell, random: Math.random, fetch: (...given) => globalThis.fetch(...given) }),
  };
}
