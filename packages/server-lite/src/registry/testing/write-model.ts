import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleModel } from './sample-model.ts';

/** Writes a model as the training does: its files, and the manifest last. */
export function writeModel(folder: string, { manifest, contents }: SampleModel<unknown>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of contents) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}
