import type { PoseTracker } from '@vua/models/pose';
import type { EngineName, ModelVariant } from './engine-name.ts';

/** Files an engine may ask for, by role. */
export const ENGINE_ASSETS = [
  'tfjs-wasm', 'detector-quantized', 'lite-quantized', 'full-quantized', 'detector-half', 'lite-half', 'full-half',
  'tasks-vision-wasm', 'lite-task', 'full-task',
] as const;
export type EngineAsset = (typeof ENGINE_ASSETS)[number];

/** Gives the checked bytes of a file. */
export type LoadAsset = (name: EngineAsset) => Promise<ArrayBuffer>;

export interface PoseEngineOptions {
  readonly variant: ModelVariant;
  /** Ten-bit weights are a third smaller; half floats are the originals. @default 'quantized' */
  readonly encoding?: 'quantized' | 'half';
}

/** An open engine: follows one person through frames. */
export interface PoseEngine extends PoseTracker {
  readonly name: EngineName;
  readonly variant: ModelVariant;
  /** Runs both networks once on an empty input, so that the first real frame is a warm one. */
  warmUp(): Promise<void>;
  /** Frees the weights. Safe to call twice. */
  dispose(): void;
}

/** Opens an engine; each worker bundle holds one. */
export type OpenPoseEngine = (load: LoadAsset, options: PoseEngineOptions) => Promise<PoseEngine>;
