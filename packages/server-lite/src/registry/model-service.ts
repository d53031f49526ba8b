import type { ModelFile, ModelVersion } from '@vua/models/contracts';
import { hashOf } from '../storage/hash-of.ts';
import { checkModel, type GivenModel, type ModelRefusal } from './check-model.ts';
import { cacheContents } from './content-cache.ts';
import type { ModelFileRepository } from './model-file-repository.ts';
import { versionOf, type ModelGroup, type ModelRecord, type NewModelRecord } from './model-record.ts';
import type { ModelRepository } from './model-repository.ts';
import { planSwitch, type SwitchPlan, type SwitchRefusal, type SwitchRequest } from './plan-switch.ts';

export type Registration =
  | { readonly status: 'registered'; readonly version: ModelVersion }
  /** The shop has this very version already; nothing was changed. */
  | { readonly status: 'known'; readonly version: ModelVersion }
  | { readonly status: 'refused'; readonly refusal: ModelRefusal };

export type SwitchOutcome =
  /** The versions of the kind as they are now. */
  | { readonly status: 'switched'; readonly versions: readonly ModelVersion[] }
  | { readonly status: 'refused'; readonly reason: SwitchRefusal };

/** Versions of the models of shops. */
export interface ModelService {
  /** What a device of this bucket (0-999) loads; without one, what most devices load. */
  findActive(group: ModelGroup, bucket?: number): Promise<ModelRecord | undefined>;
  /** A file of a version, whatever its place; its bytes have the hash. */
  readFile(group: ModelGroup, version: string, name: string): Promise<{ readonly file: ModelFile; readonly bytes: Uint8Array } | undefined>;
  /** The newest first. */
  list(group: ModelGroup): Promise<readonly ModelVersion[]>;
  /** Keeps a trained model as a candidate, or none of it. */
  register(tenantId: string, given: GivenModel): Promise<Registration>;
  /** The next request of any device meets what this leaves. */
  switch(group: ModelGroup, request: SwitchRequest): Promise<SwitchOutcome>;
}

/** What became of a model. */
export type ModelChange = 'registered' | 'refused' | SwitchRequest['type'];

export interface ModelServiceDeps {
  readonly models: ModelRepository;
  readonly files: ModelFileRepository;
  /** UTC milliseconds. @default the clock of the process */
  readonly now?: () => number;
  /** Told of every change that was made, and of every model that was refused. */
  readonly observe?: (kind: ModelVersion['kind'] | 'unknown', change: ModelChange) => void;
}

const BUCKETS = 1000;
/** What gives a version to a share of the devices. */
const SHARED: ReadonlySet<SwitchRequest['type']> = new Set(['canary', 'try']);

export function createModelService({ models, files, now = () => Date.now(), observe = () => undefined }: ModelServiceDeps): ModelService {
  const readContent = cacheContents(files);
  const list = async (group: ModelGroup): Promise<readonly ModelVersion[]> => (await models.list(group)).map(versionOf);
  return {
    list,
    async findActive(group, bucket) {
      const live = await models.list(group, ['active', 'canary']);
      const canary = live.find(({ status }) => status === 'canary');
      const isCanary = bucket !== undefined && bucket < Math.round((canary?.canaryShare ?? 0) * BUCKETS);
      return isCanary ? canary : live.find(({ status }) => status === 'active');
    },
    async readFile(group, version, name) {
      const file = (await models.find(group, version))?.files.find((one) => one.name === name);
      const bytes = file && await readContent(group.tenantId, file.sha256);
      return file && bytes && { file, bytes };
    },
    register: (tenantId, given) => registerModel(tenantId, given, { models, files, now, observe }),
    async switch(group, request) {
      if (group.kind !== 'sequence' && SHARED.has(request.type)) return { status: 'refused', reason: 'no-canaries' };
      let plan: SwitchPlan = { status: 'planned', changes: [] };
      await models.change(group, now(), (records) => {
        plan = planSwitch(records, request);
        return plan.status === 'planned' ? plan.changes : [];
      });
      return outcomeOf(plan);

      async function outcomeOf(made: SwitchPlan): Promise<SwitchOutcome> {
        if (made.status === 'refused') return made;
        if (made.changes.length > 0) observe(group.kind, request.type);
        return { status: 'switched', versions: await list(group) };
      }
    },
  };
}

/** Files first, the record last: a record names only what is there. */
async function registerModel(tenantId: string, given: GivenModel, { models, files, now, observe }: Required<ModelServiceDeps>): Promise<Registration> {
  const checked = checkModel(given);
  if (checked.status === 'refused') {
    observe('unknown', 'refused');
    return checked;
  }
  const { kind, version } = checked.model;
  for (const bytes of given.contents.values()) await files.put(tenantId, hashOf(bytes), bytes, now());
  const record: NewModelRecord = { ...checked.model, createdAtMs: now(), status: 'candidate' };
  const { isNew, number } = await models.add(tenantId, record);
  if (isNew) {
    observe(kind, 'registered');
    return { status: 'registered', version: versionOf({ ...record, number }) };
  }
  const known = await models.find({ tenantId, kind }, version);
  return { status: 'known', version: versionOf(known ?? { ...record, number }) };
}
