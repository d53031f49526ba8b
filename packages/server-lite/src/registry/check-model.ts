import { MAX_MODEL_FILE_BYTES, ModelManifest, type ModelKind } from '@vua/models/contracts';
import { Compile } from 'typebox/compile';
import { hashOf } from '../storage/hash-of.ts';
import { modelVersionOf } from '../storage/name-model-files.ts';
import type { ModelRecord } from './model-record.ts';
import { readSequenceModel } from './read-sequence-model.ts';
import { readTrendModel } from './read-trend-model.ts';
import { isSizeModel } from './is-size-model.ts';

/** A trained model as it was brought. */
export interface GivenModel {
  /** manifest.json, parsed. */
  readonly manifest: unknown;
  /** By name. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Why a model is not kept. `file`: name in the manifest. */
export interface ModelRefusal {
  readonly reason: 'unreadable-manifest' | 'wrong-version' | 'missing-file' | 'unnamed-file' | 'too-large' | 'wrong-size' | 'wrong-hash' | 'unreadable-files';
  readonly file?: string;
}

export type ModelCheck =
  | { readonly status: 'good'; readonly model: Omit<ModelRecord, 'createdAtMs' | 'number' | 'status'> }
  | { readonly status: 'refused'; readonly refusal: ModelRefusal };

const isManifest = Compile(ModelManifest);
/** What stands in the database, and goes to every device with the version. */
const MOST_MANIFEST_BYTES = 256 * 1024;

/** Whether all that the manifest names is there, nothing else, and just as it was written. */
export function checkModel({ manifest, contents }: GivenModel): ModelCheck {
  if (!isManifest.Check(manifest) || JSON.stringify(manifest).length > MOST_MANIFEST_BYTES) return refused('unreadable-manifest');
  const { files, version } = manifest;
  const names = new Set(files.map(({ name }) => name));
  if (names.size < files.length) return refused('unreadable-manifest');
  const unnamed = [...contents.keys()].find((name) => !names.has(name));
  if (unnamed !== undefined) return refused('unnamed-file', unnamed);
  for (const file of files) {
    const fault = faultOf(file, contents.get(file.name));
    if (fault !== undefined) return refused(fault, file.name);
  }
  if (modelVersionOf(files) !== version) return refused('wrong-version');
  return readKind(manifest, contents);
}

function faultOf({ bytes, sha256 }: ModelManifest['files'][number], content: Uint8Array | undefined): ModelRefusal['reason'] | undefined {
  if (content === undefined) return 'missing-file';
  if (content.length > MAX_MODEL_FILE_BYTES) return 'too-large';
  if (content.length !== bytes) return 'wrong-size';
  return hashOf(content) === sha256 ? undefined : 'wrong-hash';
}

const KINDS: Readonly<Record<ModelManifest['kind'], ModelKind>> = { 'sequence/1': 'sequence', 'size/1': 'size', 'trend/1': 'trend' };

function readKind(manifest: ModelManifest, contents: GivenModel['contents']): ModelCheck {
  const { version, files, dataRange, metrics = {} } = manifest;
  const kind = KINDS[manifest.kind];
  if (kind === 'size' && !isSizeModel(contents)) return refused('unreadable-files');
  const model = { kind, version, files: [...files], manifest: { ...manifest } };
  const trend = kind === 'trend' ? readTrendModel(manifest, contents) : undefined;
  if (trend?.status === 'refused') return refused(trend.reason, trend.file);
  if (kind !== 'sequence') return { status: 'good', model: { ...model, metrics, ...(dataRange !== undefined && { dataRange }) } };
  const sequence = readSequenceModel(manifest, contents);
  if (sequence.status === 'refused') return refused(sequence.reason, sequence.file);
  return { status: 'good', model: { ...model, metrics: sequence.metrics, ...(sequence.dataRange !== undefined && { dataRange: sequence.dataRange }) } };
}

function refused(reason: ModelRefusal['reason'], file?: string): ModelCheck {
  return { status: 'refused', refusal: { reason, ...(file !== undefined && { file }) } };
}
