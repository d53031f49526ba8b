import { MODEL_FILES, type OpenedModel } from '@vua/models/sequence';
import type { ModelSource } from '../storage/model-source.ts';
import type { ModelRecord } from './model-record.ts';
import type { ModelService } from './model-service.ts';
import { openSequenceModel } from './read-sequence-model.ts';

export interface ModelSourceOptions {
  /** UTC milliseconds. @default the clock of the process */
  readonly now?: () => number;
  /** Told of a version that cannot be used, though it is the active one. */
  readonly unusable?: (tenantId: string, version: string) => void;
}

/** What is known of a shop's model. */
interface Known {
  readonly version?: string | undefined;
  readonly model?: OpenedModel | undefined;
  /** A version that could not be opened; it is tried again, but told of once. */
  readonly refused?: string | undefined;
  readonly checkedMs: number;
}

/** How old an answer may be; as for devices. */
const FRESH_MS = 5000;
/** Shops whose models stay in memory; a model of 50,000 items takes some 13 MB. */
const MOST_SHOPS = 16;

/** The active sequence models, from memory once they are opened. A version that cannot be opened, or a database that is away, leaves the one before in use. */
export function createModelSource(service: Pick<ModelService, 'findActive' | 'readFile'>, { now = () => Date.now(), unusable = () => undefined }: ModelSourceOptions = {}): ModelSource {
  const shops = new Map<string, Known>();
  const running = new Map<string, Promise<void>>();
  const look = async (tenantId: string): Promise<void> => {
    const before = shops.get(tenantId);
    const checkedMs = now();
    const record = await service.findActive({ tenantId, kind: 'sequence' });
    const next = record === undefined ? {} : await (record.version === before?.version ? before : openRecord(service, tenantId, record));
    if (next === undefined && record !== undefined && record.version !== before?.refused) unusable(tenantId, record.version);
    shops.delete(tenantId);
    shops.set(tenantId, next === undefined ? { ...before, refused: record?.version, checkedMs } : { ...next, checkedMs });
    for (const oldest of [...shops.keys()].slice(0, Math.max(0, shops.size - MOST_SHOPS))) shops.delete(oldest);
  };
  /** One look at a time for each shop. What fails is tried again after a while. */
  const refresh = (tenantId: string): Promise<void> => {
    const started = running.get(tenantId) ?? look(tenantId).catch(() => {
      shops.set(tenantId, { ...shops.get(tenantId), checkedMs: now() });
    }).finally(() => running.delete(tenantId));
    running.set(tenantId, started);
    return started;
  };
  return {
    async active(tenantId) {
      const known = shops.get(tenantId);
      if (known === undefined) await refresh(tenantId);
      else if (Math.abs(now() - known.checkedMs) >= FRESH_MS) void refresh(tenantId);
      return shops.get(tenantId)?.model;
    },
  };
}

async function openRecord(service: Pick<ModelService, 'readFile'>, tenantId: string, { manifest, version }: ModelRecord): Promise<Pick<Known, 'version' | 'model'> | undefined> {
  const names = Object.values(MODEL_FILES);
  const files = await Promise.all(names.map((name) => service.readFile({ tenantId, kind: 'sequence' }, version, name)));
  const model = openSequenceModel(manifest, new Map(files.flatMap((file, k) => (file === undefined ? [] : [[names[k] ?? '', file.bytes]]))));
  return model && { version, model };
}
