import type { CollectedSource, Problem, TrendSourceReport, TrendSourceSettings } from '@vua/models/contracts';
import { normalTag } from '../serve/normal-tag.ts';
import { INSTAGRAM_BASE_URL } from './instagram/graph-client.ts';
import { REQUESTS_PER_DAY } from './open-source.ts';
import { PINTEREST_BASE_URL } from './pinterest/pinterest-source.ts';
import { snapshotAges } from './snapshot-ages.ts';
import type { SourceConfig, SourceRecord } from './source-record.ts';
import { withRequests } from './state-after.ts';
import type { TokenVault } from './token-vault.ts';
import type { TrendStores } from './trend-stores.ts';

export interface SourceServiceDeps {
  readonly stores: TrendStores;
  /** Absent: no token can be kept, so no source be configured. */
  readonly vault?: TokenVault;
  /** Origins where sources may be beside the official ones. Nobody but the server's owner says to whom the server talks. */
  readonly origins?: readonly string[];
  /** UTC milliseconds. */
  readonly now: () => number;
}

export type SaveOutcome =
  | { readonly status: 'saved'; readonly report: TrendSourceReport }
  | { readonly status: 'no-vault' }
  | { readonly status: 'invalid'; readonly errors: NonNullable<Problem['errors']> };

/** What a merchant sees and decides of the shop's sources. */
export interface SourceService {
  list(tenantId: string): Promise<readonly TrendSourceReport[]>;
  find(tenantId: string, source: CollectedSource): Promise<TrendSourceReport | undefined>;
  save(tenantId: string, source: CollectedSource, settings: TrendSourceSettings): Promise<SaveOutcome>;
  /** What was collected stays. @returns whether there was one */
  remove(tenantId: string, source: CollectedSource): Promise<boolean>;
}

const BASE_URLS: Readonly<Record<CollectedSource, string>> = { instagram: INSTAGRAM_BASE_URL, pinterest: PINTEREST_BASE_URL };

export function createSourceService(deps: SourceServiceDeps): SourceService {
  const { stores: { sources }, vault } = deps;
  const find = async (tenantId: string, source: CollectedSource): Promise<TrendSourceReport | undefined> => {
    const record = await sources.find(tenantId, source);
    return record && toReport(record, deps);
  };
  return {
    find,
    list: async (tenantId) => Promise.all((await sources.list(tenantId)).map((record) => toReport(record, deps))),
    remove: (tenantId, source) => sources.remove(tenantId, source),
    save: async (tenantId, source, settings) => {
      if (vault === undefined) return { status: 'no-vault' };
      const before = (await sources.find(tenantId, source))?.config;
      const errors = findErrors(source, settings, before, deps.origins ?? []);
      if (errors.length > 0) return { status: 'invalid', errors };
      await sources.save(tenantId, toConfig(tenantId, source, settings, { before, vault, nowMs: deps.now() }));
      const report = await find(tenantId, source);
      return report === undefined ? { status: 'invalid', errors: [{ at: '', rule: 'removed-meanwhile' }] } : { status: 'saved', report };
    },
  };
}

function findErrors(source: CollectedSource, { accountIds = [], baseUrl, token }: TrendSourceSettings, before: SourceConfig | undefined, origins: readonly string[]): NonNullable<Problem['errors']> {
  const url = baseUrl === undefined ? undefined : URL.parse(baseUrl);
  const allowed = [BASE_URLS[source], ...origins].map((one) => new URL(one).origin);
  const isAllowed = url === undefined || (url !== null && allowed.includes(url.origin) && url.href === `${url.origin}${url.pathname}`);
  // A token goes nowhere but where it was given for.
  const keepsToken = token === undefined && before !== undefined && before.baseUrl === (baseUrl ?? BASE_URLS[source]);
  return [
    ...(isAllowed ? [] : [{ at: '/body/baseUrl', rule: 'allowed-origin' }]),
    ...(token !== undefined || keepsToken ? [] : [{ at: '/body/token', rule: 'required' }]),
    ...(source === 'instagram' && accountIds.length === 0 ? [{ at: '/body/accountIds', rule: 'minItems' }] : []),
  ];
}

interface ConfigDeps {
  readonly before: SourceConfig | undefined;
  readonly vault: TokenVault;
  readonly nowMs: number;
}

function toConfig(tenantId: string, source: CollectedSource, { accountIds = [], baseUrl, regions = [], tags, token }: TrendSourceSettings, { before, vault, nowMs }: ConfigDeps): SourceConfig {
  return {
    source, baseUrl: baseUrl ?? BASE_URLS[source], sealedToken: token === undefined ? before?.sealedToken ?? '' : vault.seal(token, { tenantId, source }), accountIds,
    regions: source === 'pinterest' && regions.length === 0 ? ['US'] : regions,
    tags: [...new Set(tags.map(normalTag))],
    // The version of the configuration, also where the clock stands or went back.
    savedMs: Math.max(nowMs, (before?.savedMs ?? 0) + 1),
  };
}

async function toReport({ config, state, tenantId }: SourceRecord, { now, stores: { snapshots } }: SourceServiceDeps): Promise<TrendSourceReport> {
  const nowMs = now();
  const { source, baseUrl, accountIds, regions, tags, savedMs } = config;
  const held = (await snapshots.progress(tenantId, source)).filter(({ heldUntilMs = 0, tag }) => heldUntilMs > nowMs && tags.includes(tag));
  const age = (await snapshotAges(snapshots, nowMs)).find((one) => one.tenantId === tenantId && one.source === source);
  const perDay = REQUESTS_PER_DAY[source];
  return {
    source, baseUrl, accountIds: [...accountIds], regions: [...regions], tags: [...tags], savedAtMs: savedMs, status: state.status,
    ...(state.reason !== undefined && { reason: state.reason }),
    quota: { ...withRequests(state, 0, nowMs).quota, ...(perDay !== undefined && { requestsPerDay: perDay }) },
    ...(state.successMs !== undefined && { lastSuccessAtMs: state.successMs }), ...(state.retryMs !== undefined && { retryAtMs: state.retryMs }),
    ...(age !== undefined && { newestSnapshotAgeMs: age.ageMs }), heldTags: held.map(({ tag }) => tag),
  };
}
