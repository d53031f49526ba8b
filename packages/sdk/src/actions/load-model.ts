import type { LoadedModel } from '@vua/models/contracts';
import { MODEL_FILES, type SequenceManifest, openModel } from '@vua/models/sequence';
import { findFault } from '../find-fault.ts';
import type { DeviceModel, ModelFault, ModelLoading } from './device-model.ts';
import { type FetchModelFile, type FileReading, createFileReader } from './model-files.ts';
import type { ModelCache } from './model-cache.ts';
import { LOADED_MODEL_SCHEMA, SEQUENCE_MANIFEST_SCHEMA } from './model-schemas.ts';

export interface ModelPlace {
  readonly siteKey: string;
  /** Ends with a slash. */
  readonly apiUrl: URL;
  /** 0 to 999: which share of the devices this one belongs to while a new version is tried. Undefined: that of all others. */
  readonly bucket?: number | undefined;
  readonly fetch: FetchModelFile;
  readonly cache: ModelCache;
}

/** An answer is a few kB. */
const ANSWER_LIMIT_MS = 10_000;

/**
 * Opens the model that the server names, with files from the cache where it has them. A model that is cut off, has another hash, another vocabulary
 * or a manifest that is none, leaves the one before in use; so does a server that is away.
 */
export async function loadModel(place: ModelPlace): Promise<ModelLoading> {
  const { cache } = place;
  const asked = await askActive(place);
  const opened = typeof asked === 'string' ? asked : await openVersion(asked, place);
  if (typeof opened !== 'string' && typeof asked !== 'string') {
    await cache.activate(asked);
    return { status: 'loaded', model: opened };
  }
  const reason = opened as ModelFault;
  const before = await cache.readActive();
  const model = isLoadedModel(before) ? await openVersion(before, place) : reason;
  return typeof model === 'string' ? { status: 'unavailable', reason } : { status: 'kept', reason, model };
}

const isLoadedModel = (given: unknown): given is LoadedModel => findFault(LOADED_MODEL_SCHEMA, given) === undefined;

const isManifest = (given: unknown): given is SequenceManifest => findFault(SEQUENCE_MANIFEST_SCHEMA, given) === undefined;

async function askActive({ siteKey, apiUrl, bucket, fetch }: ModelPlace): Promise<LoadedModel | ModelFault> {
  const url = new URL('v1/models/sequence/active', apiUrl);
  url.searchParams.set('site', siteKey);
  if (bucket !== undefined) url.searchParams.set('bucket', String(bucket));
  try {
    const response = await fetch(url.href, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
    if (response.status === 204) return 'no-model';
    if (!response.ok) return 'server-fault';
    const answer: unknown = await response.json();
    return isLoadedModel(answer) && answer.kind === 'sequence' ? answer : 'unreadable-manifest';
  } catch (error) {
    return error instanceof SyntaxError ? 'unreadable-manifest' : 'offline';
  }
}

async function openVersion({ files, manifest }: LoadedModel, { apiUrl, fetch, cache }: ModelPlace): Promise<DeviceModel | ModelFault> {
  if (!isManifest(manifest)) return 'unreadable-manifest';
  const read = createFileReader({ files, apiUrl, fetch, cache });
  const readings = await Promise.all([MODEL_FILES.model, MODEL_FILES.partner, MODEL_FILES.vocabulary].map(read));
  const fault = readings.find((reading) => reading.status === 'refused');
  if (fault !== undefined) return fault.reason;
  const [model, partner, vocabulary] = readings.map(bytesOf);
  const vocabularySha256 = files.find(({ name }) => name === MODEL_FILES.vocabulary)?.sha256 ?? '';
  const opening = openModel(manifest, { model: model ?? NOTHING, partner: partner ?? NOTHING, vocabulary: new TextDecoder().decode(vocabulary), vocabularySha256 });
  if (opening.status === 'refused') return 'unreadable-files';
  return { opened: opening.model, file: async (name) => bytesOf(await read(name)) };
}

const NOTHING = new Uint8Array(0);

const bytesOf = (reading: FileReading): Uint8Array | undefined => (reading.status === 'read' ? reading.bytes : undefined);
