import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StepWindow } from '@vua/models/sequence';
import { makeModel } from '../../../models/training/sequence/make-model.ts';
import { type ModelContent, readModelFolder } from '../../../models/training/sequence/model-folder.ts';
import { plantedSessions } from '../../../models/training/sequence/testing/planted-log.ts';

export interface TrainedModel {
  readonly content: ModelContent;
  /** Path -> contents, as the model registry serves them. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** A tiny model of shoppers who walk a ring of these items (`plantedSessions`), with event types and categories. Takes some seconds. */
export async function trainModel(vocabulary: readonly string[], epochs = 6): Promise<TrainedModel> {
  const sequences = plantedSessions(300, vocabulary.length, 4).map(({ items }): StepWindow => ({ items, sides: { type: items.map((_, step) => 1 + Number(step % 4 === 3)), category: items.map((item) => 1 + (item % 3)) } }));
  const log = { vocabulary: [...vocabulary], sequences, sideInputs: [{ name: 'type', size: 10 }, { name: 'category', size: 8 }], sideNames: { category: ['a', 'b', 'c'] }, problems: [] };
  const folder = mkdtempSync(join(tmpdir(), 'vua-model-'));
  try {
    const made = await makeModel(log, 'hash', { data: 'log', out: folder, format: 'sessions', split: 'all', minutes: 0.1, epochs, seed: 1, tunes: false, checkpointSeconds: 30 }, { say: () => undefined, onProgress: () => undefined });
    if (made.status === 'refused') throw new Error(made.reason);
    const content = blended(readModelFolder(folder));
    return { content, files: filesToServe(content, join(folder, 'deploy')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** On so small a log a simple method wins alone, and the model would have nothing to say. */
function blended(made: ModelContent): ModelContent {
  const { partner: { name: partner }, manifest } = made;
  return { ...made, manifest: { ...manifest, shipped: { method: 'blend', partner, weight: 0.5, again: [-0.5, 0.25] } } };
}

function filesToServe({ manifest }: ModelContent, deploy: string): TrainedModel['files'] {
  const path = (name: string): string => `/v1/models/sequence/${manifest.version}/files/${name}`;
  return {
    ...Object.fromEntries(readdirSync(deploy).map((name) => [path(name), readFileSync(join(deploy, name))])),
    '/v1/models/sequence/active': JSON.stringify({ kind: 'sequence', version: manifest.version, manifest, files: manifest.files.map((file) => ({ ...file, url: path(file.name) })) }),
  };
}
