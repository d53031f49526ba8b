import type { ModelMetrics, ModelVersion } from '@vua/models/contracts';
import { MODEL_FILES, openModel, type OpenedModel } from '@vua/models/sequence';
import { Compile } from 'typebox/compile';
import { SequenceManifestSchema } from './sequence-manifest-schema.ts';

export type SequenceReading =
  | { readonly status: 'good'; readonly metrics: ModelMetrics; readonly dataRange?: NonNullable<ModelVersion['dataRange']> }
  | { readonly status: 'refused'; readonly reason: 'unreadable-manifest' | 'missing-file' | 'unreadable-files'; readonly file?: string };

const isSequenceManifest = Compile(SequenceManifestSchema);

/** Opens the files as a device does: what it could not open is refused. @param contents with the sizes and hashes of the manifest */
export function readSequenceModel(manifest: unknown, contents: ReadonlyMap<string, Uint8Array>): SequenceReading {
  if (!isSequenceManifest.Check(manifest)) return { status: 'refused', reason: 'unreadable-manifest' };
  const missing = Object.values(MODEL_FILES).find((name) => !contents.has(name));
  if (missing !== undefined) return { status: 'refused', reason: 'missing-file', file: missing };
  if (openSequenceModel(manifest, contents) === undefined) return { status: 'refused', reason: 'unreadable-files' };
  const { data: { range }, validation: { cases, shipped } } = manifest;
  return {
    status: 'good',
    metrics: { ...shipped, validationCases: cases },
    ...(range !== undefined && { dataRange: { fromMs: range.firstMs, toMs: range.lastMs + 1 } }),
  };
}

/** The model that files make up; undefined where they make up none. @param manifest of a registered model, or one to be checked */
export function openSequenceModel(manifest: unknown, contents: ReadonlyMap<string, Uint8Array>): OpenedModel | undefined {
  if (!isSequenceManifest.Check(manifest)) return undefined;
  const bytesOf = (name: string): Uint8Array => contents.get(name) ?? new Uint8Array(0);
  try {
    const vocabulary = new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(MODEL_FILES.vocabulary));
    const vocabularySha256 = manifest.files.find(({ name }) => name === MODEL_FILES.vocabulary)?.sha256 ?? '';
    const opening = openModel(manifest, { model: bytesOf(MODEL_FILES.model), partner: bytesOf(MODEL_FILES.partner), vocabulary, vocabularySha256 });
    return opening.status === 'opened' ? opening.model : undefined;
  } catch {
    // A file of another program may break the reading anywhere.
    return undefined;
  }
}
