import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_MODEL_FILE_BYTES, ModelManifest } from '@vua/models/contracts';
import { Compile } from 'typebox/compile';
import type { GivenModel, ModelRefusal } from './check-model.ts';

export type FolderReading =
  | { readonly status: 'read'; readonly model: GivenModel }
  | { readonly status: 'refused'; readonly refusal: ModelRefusal }
  /** There is no manifest.json. */
  | { readonly status: 'no-model' };

const MANIFEST = 'manifest.json';
const MOST_MANIFEST_BYTES = 1024 * 1024;
const isManifest = Compile(ModelManifest);

/** Reads a folder that the training wrote: manifest.json and the files that it names, nothing else. Whether they are right, `checkModel` says. */
export async function readModelFolder(folder: string): Promise<FolderReading> {
  const text = await readLimited(join(folder, MANIFEST), MOST_MANIFEST_BYTES);
  if (text === undefined) return { status: 'no-model' };
  const manifest = text === 'too-large' ? undefined : parse(text.toString('utf8'));
  // Before its names are opened: one could lead out of the folder.
  if (!isManifest.Check(manifest)) return { status: 'refused', refusal: { reason: 'unreadable-manifest' } };
  const contents = new Map<string, Uint8Array>();
  for (const { name } of manifest.files) {
    const bytes = await readLimited(join(folder, name), MAX_MODEL_FILE_BYTES);
    if (bytes === 'too-large') return { status: 'refused', refusal: { reason: 'too-large', file: name } };
    if (bytes !== undefined) contents.set(name, bytes);
  }
  return { status: 'read', model: { manifest, contents } };
}

async function readLimited(path: string, mostBytes: number): Promise<Buffer | 'too-large' | undefined> {
  const facts = await stat(path).catch(() => undefined);
  if (facts?.isFile() !== true) return undefined;
  return facts.size > mostBytes ? 'too-large' : readFile(path);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
