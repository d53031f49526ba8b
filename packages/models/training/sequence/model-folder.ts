import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Parameters, type SequenceShape, type StepWindow, decodeTensors, encodeTensors, pruneTransitions } from '@vua/models/sequence';
import { bytesHash } from './file-hash.ts';
import type { PartnerTables } from './fit-baselines.ts';
import type { SequenceManifest } from './sequence-manifest.ts';
import { writeAtomically } from './write-atomically.ts';

/** Followers of an item that the deployed co-visitation keeps. */
const KEPT_FOLLOWERS = 100;

const FILES = { model: 'model.bin', partner: 'partner.bin', vocabulary: 'vocabulary.json' } as const;
const MANIFEST = 'manifest.json';
const SEQUENCES = 'sequences.bin';

/** What a trained folder holds. */
export interface ModelContent {
  readonly manifest: SequenceManifest;
  readonly parameters: Parameters;
  /** Of the partner that ships, or would. */
  readonly partner: PartnerTables;
  readonly vocabulary: readonly string[];
  /** What baselines are fitted on. */
  readonly sequences: readonly StepWindow[];
}

/** Writes `deploy/`, what a shop loads, and `baselines/`, what a comparison needs. */
export function writeModelFolder(folder: string, { manifest, parameters, partner, vocabulary, sequences }: Omit<ModelContent, 'manifest'> & { readonly manifest: Omit<SequenceManifest, 'version' | 'files'> }): SequenceManifest {
  const deploy = join(folder, 'deploy');
  const contents: Readonly<Record<string, Uint8Array | string>> = {
    [FILES.model]: encodeTensors<SequenceShape>({ header: manifest.shape, tensors: parameters }),
    [FILES.partner]: encodePartner(partner),
    [FILES.vocabulary]: JSON.stringify(vocabulary),
  };
  const files = Object.entries(contents).map(([name, content]) => ({ name, bytes: Buffer.byteLength(content), sha256: bytesHash(content) }));
  const whole: SequenceManifest = { ...manifest, version: bytesHash(files.map(({ sha256 }) => sha256).join()).slice(0, 12), files };
  mkdirSync(deploy, { recursive: true });
  mkdirSync(join(folder, 'baselines'), { recursive: true });
  for (const [name, content] of Object.entries(contents)) writeAtomically(join(deploy, name), content);
  writeAtomically(join(folder, 'baselines', SEQUENCES), encodeSequences(sequences));
  // Last: who finds a manifest finds everything that it names.
  writeAtomically(join(deploy, MANIFEST), `${JSON.stringify(whole, undefined, 2)}\n`);
  return whole;
}

/** Reads a folder; throws where a file is missing, or is not the one the manifest names. */
export function readModelFolder(folder: string): ModelContent {
  const deploy = join(folder, 'deploy');
  const manifest = JSON.parse(readFileSync(join(deploy, MANIFEST), 'utf8')) as SequenceManifest;
  const read = (name: string): Uint8Array => {
    const bytes = readFileSync(join(deploy, name));
    if (manifest.files.find((file) => file.name === name)?.sha256 !== bytesHash(bytes)) throw new Error(`${name} is not the file that the manifest names`);
    return bytes;
  };
  const model = decodeTensors<SequenceShape>(read(FILES.model));
  const sequences = decodeTensors(readFileSync(join(folder, 'baselines', SEQUENCES)));
  if (model === undefined || sequences === undefined) throw new Error('the model folder holds a file that is none of ours');
  return {
    manifest, parameters: model.tensors, partner: decodePartner(read(FILES.partner)), sequences: decodeSequences(sequences.tensors),
    vocabulary: JSON.parse(Buffer.from(read(FILES.vocabulary)).toString('utf8')) as string[],
  };
}

function encodePartner({ transitions, counts }: PartnerTables): Uint8Array {
  const { starts, followers, weights } = pruneTransitions(transitions, KEPT_FOLLOWERS);
  return encodeTensors({ header: {}, tensors: { starts: Float32Array.from(starts), followers: Float32Array.from(followers), weights, counts } });
}

function decodePartner(bytes: Uint8Array): PartnerTables {
  const { starts = [], followers = [], weights = new Float32Array(0), counts = new Float32Array(0) } = decodeTensors(bytes)?.tensors ?? {};
  return { transitions: { starts: Int32Array.from(starts), followers: Int32Array.from(followers), weights }, counts };
}

function encodeSequences(sequences: readonly StepWindow[]): Uint8Array {
  return encodeTensors({ header: {}, tensors: { lengths: Float32Array.from(sequences, ({ items }) => items.length), items: Float32Array.from(sequences.flatMap(({ items }) => Array.from(items))) } });
}

function decodeSequences({ lengths = new Float32Array(0), items = new Float32Array(0) }: Parameters): StepWindow[] {
  let at = 0;
  return Array.from(lengths, (length) => ({ items: Int32Array.from(items.subarray(at, at += length)), sides: {} }));
}
