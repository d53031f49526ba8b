import type { ModelManifest } from '@vua/models/contracts';
import { hashOf } from './hash-of.ts';

const VERSION_DIGITS = 12;

/** What a manifest says of its files, and the version that they make up. @param contents by name, in the order of the manifest */
export function nameModelFiles(contents: ReadonlyMap<string, Uint8Array>): Pick<ModelManifest, 'version' | 'files'> {
  const files = [...contents].map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) }));
  return { files, version: modelVersionOf(files) };
}

/** The first digits of the SHA-256 over the hashes of the files, with commas between them. */
export const modelVersionOf = (files: ModelManifest['files']): string => hashOf(files.map(({ sha256 }) => sha256).join()).slice(0, VERSION_DIGITS);
