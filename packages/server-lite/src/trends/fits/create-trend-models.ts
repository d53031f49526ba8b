import { type ModelStatus, type ModelVersion, TrendManifest } from '@vua/models/contracts';
import { readTrendFit } from '@vua/models/trend';
import { Compile } from 'typebox/compile';
import { nameModelFiles } from '../../storage/name-model-files.ts';
import type { LiveTrends, NewTrends, TrendVersion } from './trend-version.ts';

interface TrendGroup {
  readonly tenantId: string;
  readonly kind: 'trend';
}

type KeptModel = ModelVersion & { readonly manifest: Readonly<Record<string, unknown>> };

/** The registry of models, as far as trends need it. */
export interface TrendModelsDeps {
  readonly models: { list(group: TrendGroup, statuses?: readonly ModelStatus[]): Promise<readonly KeptModel[]> };
  readonly service: {
    readFile(group: TrendGroup, version: string, name: string): Promise<{ readonly bytes: Uint8Array } | undefined>;
    register(tenantId: string, given: { readonly manifest: unknown; readonly contents: ReadonlyMap<string, Uint8Array> }): Promise<
      { readonly status: 'registered' | 'known'; readonly version: ModelVersion } | { readonly status: 'refused'; readonly refusal: { readonly reason: string } }>;
    switch(group: TrendGroup, request: { readonly type: 'activate'; readonly version: string; readonly inPlaceOf: string | null } | { readonly type: 'reject'; readonly version: string }): Promise<{ readonly status: 'switched' | 'refused' }>;
  };
  /** Told once of a version that cannot be used, though it is the active one. */
  readonly unusable?: (tenantId: string, version: string) => void;
}

/** Versions of each shop's forecast: models of kind `trend` in the registry. */
export interface TrendModels {
  /** Keeps what was learned; live only once it is there as a whole, and only in the place of `replaces`, or where nothing is. What the shop has already stays where it is. */
  add(tenantId: string, given: NewTrends): Promise<{ readonly number: number; readonly wentLive: boolean }>;
  /** Undefined also where its files cannot be read. */
  live(tenantId: string): Promise<LiveTrends | undefined>;
  /** 0: none. Costs less than the version itself, and is told also where its files cannot be read. */
  liveNumber(tenantId: string): Promise<number>;
  /** The newest first. */
  list(tenantId: string): Promise<readonly TrendVersion[]>;
}

const groupOf = (tenantId: string): TrendGroup => ({ tenantId, kind: 'trend' });
const isTrendManifest = Compile(TrendManifest);

export function createTrendModels({ models, service, unusable = () => undefined }: TrendModelsDeps): TrendModels {
  /** By shop: the version that could not be read last. */
  const refused = new Map<string, string>();
  const findLive = async (tenantId: string): Promise<TrendVersion | undefined> => (await models.list(groupOf(tenantId), ['active'])).flatMap(versionOf).at(0);
  return {
    async add(tenantId, given) {
      const registration = await service.register(tenantId, toModel(given));
      if (registration.status === 'refused') throw new Error(`what was learned is no model: ${registration.refusal.reason}`);
      const { number, status, version } = registration.version;
      // One that is known was left by a process that ended here, unless it was decided about before, maybe by a person.
      return { number, wentLive: status === 'candidate' && await place(tenantId, version, given) };
    },
    async live(tenantId) {
      const found = await findLive(tenantId);
      if (found === undefined) return undefined;
      const [fit, shadow] = await Promise.all(['fit.json', 'shadow.json'].map(async (name) => {
        const file = await service.readFile(groupOf(tenantId), found.version, name);
        return file && readTrendFit(new TextDecoder().decode(file.bytes));
      }));
      if (fit !== undefined && shadow !== undefined) return { ...found, fit, shadow };
      if (refused.get(tenantId) !== found.version) unusable(tenantId, found.version);
      refused.set(tenantId, found.version);
      return undefined;
    },
    liveNumber: async (tenantId) => (await findLive(tenantId))?.number ?? 0,
    list: async (tenantId) => (await models.list(groupOf(tenantId))).flatMap(versionOf),
  };

  async function place(tenantId: string, version: string, { goesLive, replaces }: NewTrends): Promise<boolean> {
    const outcome = goesLive ? await service.switch(groupOf(tenantId), { type: 'activate', version, inPlaceOf: replaces }) : undefined;
    if (outcome?.status === 'switched') return true;
    await service.switch(groupOf(tenantId), { type: 'reject', version });
    return false;
  }
}

/** None of a model that another version of this program registered. */
function versionOf({ number, version, status, manifest }: KeptModel): readonly TrendVersion[] {
  if (!isTrendManifest.Check(manifest)) return [];
  const { reason, madeMs, seriesSha256, metrics: { series, judged, maeNew = null, maeLive = null, maeBaseline = null } } = manifest;
  return [{ number, version, status, reason, madeMs, seriesSha256, report: { series, judged, maeNew, maeLive, maeBaseline } }];
}

function toModel({ fit, shadow, madeMs, reason, report: { series, judged, ...errors }, seriesSha256 }: NewTrends): { readonly manifest: TrendManifest; readonly contents: ReadonlyMap<string, Uint8Array> } {
  const encoder = new TextEncoder();
  const contents = new Map([['fit.json', encoder.encode(JSON.stringify(fit))], ['shadow.json', encoder.encode(JSON.stringify(shadow))]]);
  const known = Object.fromEntries(Object.entries(errors).filter(([, error]) => error !== null));
  return { contents, manifest: { kind: 'trend/1', ...nameModelFiles(contents), reason, madeMs, seriesSha256, metrics: { series, judged, ...known } } };
}
