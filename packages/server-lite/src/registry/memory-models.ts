import type { ModelGroup, ModelRecord, StatusChange } from './model-record.ts';
import type { ModelFileRepository } from './model-file-repository.ts';
import type { ModelRepository } from './model-repository.ts';

export interface MemoryModels {
  readonly models: ModelRepository;
  readonly files: ModelFileRepository;
}

interface Held {
  readonly group: ModelGroup;
  record: ModelRecord;
}

/** Versions and contents that live as long as the process. */
export function createMemoryModels(): MemoryModels {
  const held: Held[] = [];
  const contents = new Map<string, { readonly bytes: Uint8Array; readonly putMs: number }>();
  return { models: modelsOf(held, (tenantId, sha256) => contents.has(`${tenantId} ${sha256}`)), files: filesOf(contents, held) };
}

function modelsOf(held: Held[], hasFile: (tenantId: string, sha256: string) => boolean): ModelRepository {
  const of = ({ tenantId, kind }: ModelGroup): Held[] => held.filter(({ group }) => group.tenantId === tenantId && group.kind === kind);
  const recordsOf = (group: ModelGroup): readonly ModelRecord[] => of(group).map(({ record }) => record).sort((one, other) => other.number - one.number);
  return {
    list: async (group, statuses) => recordsOf(group).filter(({ status }) => statuses?.includes(status) ?? true),
    find: async (group, version) => recordsOf(group).find((record) => record.version === version),
    add: async (tenantId, record) => {
      const group = { tenantId, kind: record.kind };
      const known = recordsOf(group).find(({ version }) => version === record.version);
      if (known !== undefined) return { isNew: false, number: known.number };
      const missing = record.files.find(({ sha256 }) => !hasFile(tenantId, sha256));
      if (missing !== undefined) throw new Error(`${missing.name} is not there`);
      const number = (recordsOf(group)[0]?.number ?? 0) + 1;
      held.push({ group, record: structuredClone({ ...record, number }) });
      return { isNew: true, number };
    },
    change: async (group, atMs, decide) => {
      const changes = new Map(decide(recordsOf(group)).map((change) => [change.version, change]));
      const moved = of(group).map((one) => ({ one, next: movedTo(one.record, changes.get(one.record.version), atMs) }));
      for (const status of ['active', 'canary']) if (moved.filter(({ next }) => next.status === status).length > 1) throw new Error(`two versions would be ${status}`);
      for (const { one, next } of moved) one.record = next;
    },
    remove: async (group, versions) => {
      for (const one of of(group)) if (versions.includes(one.record.version)) held.splice(held.indexOf(one), 1);
    },
    groups: async () => [...new Map(held.map(({ group }) => [`${group.tenantId} ${group.kind}`, group])).entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group),
  };
}

function movedTo(record: ModelRecord, change: StatusChange | undefined, atMs: number): ModelRecord {
  if (change === undefined) return record;
  const { canaryShare: _share, trialSinceMs: _trial, ...rest } = record;
  const { status, canaryShare, startsTrial } = change;
  return {
    ...rest, status, ...(canaryShare !== undefined && { canaryShare }), ...(startsTrial && { trialSinceMs: atMs }),
    ...(status === 'active' && record.status !== 'active' && { activatedAtMs: atMs }),
  };
}

function filesOf(contents: Map<string, { readonly bytes: Uint8Array; readonly putMs: number }>, held: readonly Held[]): ModelFileRepository {
  const isNamed = (key: string): boolean => held.some(({ group, record }) => record.files.some(({ sha256 }) => `${group.tenantId} ${sha256}` === key));
  return {
    put: async (tenantId, sha256, bytes, nowMs) => void contents.set(`${tenantId} ${sha256}`, { bytes: bytes.slice(), putMs: nowMs }),
    read: async (tenantId, sha256) => contents.get(`${tenantId} ${sha256}`)?.bytes.slice(),
    sweep: async (beforeMs) => {
      const swept = [...contents].filter(([key, { putMs }]) => putMs < beforeMs && !isNamed(key));
      for (const [key] of swept) contents.delete(key);
      return swept.length;
    },
  };
}
