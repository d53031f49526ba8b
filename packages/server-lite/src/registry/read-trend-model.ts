import { TrendManifest } from '@vua/models/contracts';
import { readTrendFit } from '@vua/models/trend';
import { Compile } from 'typebox/compile';

export type TrendReading =
  | { readonly status: 'good' }
  | { readonly status: 'refused'; readonly reason: 'unreadable-manifest' | 'missing-file' | 'unreadable-files'; readonly file?: string };

const FILES = ['fit.json', 'shadow.json'] as const;
const isTrendManifest = Compile(TrendManifest);

/** Opens the files as forecasting does. @param contents with the sizes and hashes of the manifest */
export function readTrendModel(manifest: unknown, contents: ReadonlyMap<string, Uint8Array>): TrendReading {
  if (!isTrendManifest.Check(manifest)) return { status: 'refused', reason: 'unreadable-manifest' };
  for (const file of FILES) {
    const bytes = contents.get(file);
    if (bytes === undefined) return { status: 'refused', reason: 'missing-file', file };
    if (readTrendFit(new TextDecoder().decode(bytes)) === undefined) return { status: 'refused', reason: 'unreadable-files', file };
  }
  return { status: 'good' };
}
