import type { BodyProfile, CalibrationName } from '@vua/models/body';
import type { EngineName, ModelVariant } from '../../packages/sdk/src/inference/engine-name.ts';
import { createScanWorkerClient, type LoadReport, type ScanOutcome, type ScanWorkerClient } from '../../packages/sdk/src/worker/index.ts';
import type { AssetManifest } from '../../packages/sdk/src/worker/asset-manifest.ts';
import { loadPicture } from './load-picture.ts';
import type { LabPicture } from './picture-change.ts';

/** What the page is told to run. */
export interface ScanLabOptions {
  readonly engine: EngineName;
  readonly weights: ModelVariant;
  readonly calibration: CalibrationName;
}

/** The functions of the page: the very client and worker that shops run, without camera and dialog. */
export interface ScanLab {
  open(options: ScanLabOptions): Promise<LoadReport>;
  /** Measures two pictures for each of several profiles; the pictures are read once. */
  measure(front: LabPicture, side: LabPicture, profiles: readonly BodyProfile[]): Promise<readonly ScanOutcome[]>;
  close(): void;
}

let client: ScanWorkerClient | undefined;

const lab: ScanLab = {
  async open({ engine, weights, calibration }) {
    const assetsUrl = new URL('/sdk/', location.href);
    const manifest = (await (await fetch(new URL('assets.json', assetsUrl))).json()) as AssetManifest;
    client = createScanWorkerClient({ assetsUrl, engine, weights, calibration, manifest });
    return client.load();
  },
  async measure(front, side, profiles) {
    if (client === undefined) throw new Error('open the lab first');
    const [first, ...more] = profiles;
    if (first === undefined) return [];
    const outcomes = [await client.api.measurePhotos({ front: await loadPicture(front), side: await loadPicture(side) }, first)];
    // A refusal holds for every profile: what was captured is then not the person asked for.
    for (const profile of more) outcomes.push(outcomes[0]?.status === 'refused' ? outcomes[0] : await client.api.measure(profile));
    return outcomes;
  },
  close: () => client?.close(),
};

Object.assign(globalThis, { scanLab: lab });
