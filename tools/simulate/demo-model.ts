import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileHash } from '../../packages/models/training/sequence/file-hash.ts';
import { type Making, type MakingHooks, makeModel } from '../../packages/models/training/sequence/make-model.ts';
import { readLogFile } from '../../packages/models/training/sequence/read-log.ts';
import { writeDemoEvents } from './write-demo-events.ts';

/** The log that it learned from ends here. */
export const DEMO_MODEL_LOG_END_MS = Date.UTC(2026, 10, 1);

const TRAINING = { format: 'events', split: 'last-days', minutes: 10, epochs: 80, seed: 1, tunes: false, checkpointSeconds: 30 } as const;

/** Trains the demo shop's model on its own simulated log and puts what devices load into `folder`. Takes some ten seconds; the same seed gives the same files. @param root of the repository */
export async function makeDemoModel(root: string, folder: string, hooks: MakingHooks): Promise<Making> {
  const work = mkdtempSync(join(tmpdir(), 'vua-demo-model-'));
  try {
    const data = join(work, 'events.ndjson');
    await writeDemoEvents(root, data, DEMO_MODEL_LOG_END_MS);
    const reading = await readLogFile(data, TRAINING.format);
    if (reading.status === 'refused') return reading;
    const made = await makeModel(reading.log, await fileHash(data), { ...TRAINING, data, out: work }, hooks);
    if (made.status === 'made') copyDeployed(join(work, 'deploy'), folder, ['manifest.json', ...made.manifest.files.map(({ name }) => name)]);
    return made;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function copyDeployed(from: string, to: string, names: readonly string[]): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of names) copyFileSync(join(from, name), join(to, name));
}
