import { ENGINE_ASSETS } from '../inference/pose-engine.ts';

/** Files that the worker fetches, by role. */
export const WORKER_ASSETS = [...ENGINE_ASSETS, 'body-model'] as const;
export type WorkerAsset = (typeof WORKER_ASSETS)[number];

/** Where a file lies and what it must be. */
export interface AssetReference {
  /** Absolute. */
  readonly url: string;
  /** SHA-256 of the decoded bytes, hexadecimal. */
  readonly sha256: string;
}

export type AssetTable = Readonly<Record<WorkerAsset, AssetReference>>;
