import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ManifestFile, type OpenedModel, type SequenceManifest, type StepWindow, GRAPH_FILE, MODEL_FILES, buildDeployGraph, decodeTensors, encodeModel, encodePartner, encodeTensors, openModel, packSequences, quantizeModel, unpackSequences } from '@vua/models/sequence';
import { bytesHash } from './file-hash.ts';
import { writeAtomically } from './write-atomically.ts';

const MANIFEST = 'manifest.json';
const SEQUENCES = 'sequences.bin';

/** What a trained folder holds. */
export interface ModelContent extends OpenedModel {
  /** What baselines are fitted on. */
  readonly sequences: readonly StepWindow[];
}

/** Writes `deploy/`, what a shop loads, and `baselines/`, what a comparison needs. */
export function writeModelFolder(folder: string, { manifest, parameters, unknown, partner, vocabulary, sequences }: Omit<ModelContent, 'manifest'> & { readonly manifest: Omit<SequenceManifest, 'version' | 'files'> }): SequenceManifest {
  const deploy = join(folder, 'deploy');
  const tensors = quantizeModel(parameters, unknown, manifest.shape);
  const names = JSON.stringify(vocabulary);
  const contents: Readonly<Record<string, Uint8Array | string>> = {
    [MODEL_FILES.model]: encodeModel({ shape: manifest.shape, vocabularySha256: bytesHash(names) }, tensors),
    [GRAPH_FILE]: buildDeployGraph(manifest.shape, tensors),
    [MODEL_FILES.partner]: encodePartner(partner),
    [MODEL_FILES.vocabulary]: names,
  };
  const files = Object.entries(contents).map(([name, content]) => describeFile(name, content));
  const whole: SequenceManifest = { ...manifest, version: bytesHash(files.map(({ sha256 }) => sha256).join()).slice(0, 12), files };
  mkdirSync(deploy, { recursive: true });
  mkdirSync(join(folder, 'baselines'), { recursive: true });
  for (const [name, content] of Object.entries(contents)) writeAtomically(join(deploy, name), content);
  writeAtomically(join(folder, 'baselines', SEQUENCES), encodeTensors({ header: {}, tensors: packSequences(sequences.map(({ items }) => items)) }));
  // Last: who finds a manifest finds everything that it names.
  writeAtomically(join(deploy, MANIFEST), `${JSON.stringify(whole, undefined, 2)}\n`);
  return whole;
}

const describeFile = (name: string, content: Uint8Array | string): ManifestFile => ({ name, bytes: Buffer.byteLength(content), sha256: bytesHash(content) });

/** Reads a folder; throws where a file is missing, or is not the one the manifest names. */
export function readModelFolder(folder: string): ModelContent {
  const deploy = join(folder, 'deploy');
  const manifest = JSON.parse(readFileSync(join(deploy, MANIFEST), 'utf8')) as SequenceManifest;
  const read = (name: string): Uint8Array => {
    const bytes = readFileSync(join(deploy, name));
    if (manifest.files.find((file) => file.name === name)?.sha256 !== bytesHash(bytes)) throw new Error(`${name} is not the file that the manifest names`);
    return bytes;
  };
  const [model, partner, vocabulary] = [read(MODEL_FILES.model), read(MODEL_FILES.partner), read(MODEL_FILES.vocabulary)];
  const opening = openModel(manifest, { model, partner, vocabulary: Buffer.from(vocabulary).toString('utf8'), vocabularySha256: bytesHash(vocabulary) });
  if (opening.status === 'refused') throw new Error(opening.reason);
  const sequences = unpackSequences(decodeTensors(readFileSync(join(folder, 'baselines', SEQUENCES)))?.tensors ?? {});
  if (sequences === undefined) throw new Error('the sequences of the baselines are none of ours');
  return { ...opening.model, sequences: sequences.map((items) => ({ items, sides: {} })) };
}
