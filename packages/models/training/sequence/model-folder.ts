import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Parameters, type SequenceShape, type StepWindow, decodeTensors, dequantizeModel, encodeTensors, quantizeModel } from '@vua/models/sequence';
import { bytesHash } from './file-hash.ts';
import { packSequences, unpackSequences } from './pack-sequences.ts';
import { type Partner, decodePartner, encodePartner } from './partner.ts';
import type { SequenceManifest } from './sequence-manifest.ts';
import { writeAtomically } from './write-atomically.ts';

const FILES = { model: 'model.bin', partner: 'partner.bin', vocabulary: 'vocabulary.json' } as const;
const MANIFEST = 'manifest.json';
const SEQUENCES = 'sequences.bin';

/** What a trained folder holds. */
export interface ModelContent {
  readonly manifest: SequenceManifest;
  readonly parameters: Parameters;
  /** Of the partner that ships, or would. */
  readonly partner: Partner;
  readonly vocabulary: readonly string[];
  /** What baselines are fitted on. */
  readonly sequences: readonly StepWindow[];
}

/** Writes `deploy/`, what a shop loads, and `baselines/`, what a comparison needs. */
export function writeModelFolder(folder: string, { manifest, parameters, partner, vocabulary, sequences }: Omit<ModelContent, 'manifest'> & { readonly manifest: Omit<SequenceManifest, 'version' | 'files'> }): SequenceManifest {
  const deploy = join(folder, 'deploy');
  const contents: Readonly<Record<string, Uint8Array | string>> = {
    [FILES.model]: encodeTensors<SequenceShape>({ header: manifest.shape, tensors: quantizeModel(parameters, manifest.shape) }),
    [FILES.partner]: encodePartner(partner),
    [FILES.vocabulary]: JSON.stringify(vocabulary),
  };
  const files = Object.entries(contents).map(([name, content]) => ({ name, bytes: Buffer.byteLength(content), sha256: bytesHash(content) }));
  const whole: SequenceManifest = { ...manifest, version: bytesHash(files.map(({ sha256 }) => sha256).join()).slice(0, 12), files };
  mkdirSync(deploy, { recursive: true });
  mkdirSync(join(folder, 'baselines'), { recursive: true });
  for (const [name, content] of Object.entries(contents)) writeAtomically(join(deploy, name), content);
  writeAtomically(join(folder, 'baselines', SEQUENCES), encodeTensors({ header: {}, tensors: packSequences(sequences.map(({ items }) => items)) }));
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
  const parameters = dequantizeModel(decodeTensors(read(FILES.model))?.tensors ?? {}, manifest.shape);
  const sequences = unpackSequences(decodeTensors(readFileSync(join(folder, 'baselines', SEQUENCES)))?.tensors ?? {});
  const partner = decodePartner(read(FILES.partner));
  if (parameters === undefined || sequences === undefined || partner === undefined) throw new Error('the model folder holds a file that is none of ours');
  return {
    manifest, parameters, partner, sequences: sequences.map((items) => ({ items, sides: {} })),
    vocabulary: JSON.parse(Buffer.from(read(FILES.vocabulary)).toString('utf8')) as string[],
  };
}
