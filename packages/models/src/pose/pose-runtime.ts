/** Raw outputs of the landmark network, in its own units; see `constants.ts`. */
export interface LandmarkOutputs {
  /** [39 x 5]. */
  readonly points: Float32Array;
  /** [39 x 3] metres. */
  readonly world: Float32Array;
  /** 0-1. */
  readonly score: number;
  /** [64 x 64 x 39] logits. */
  readonly heatmap: Float32Array;
  /** [256 x 256] logits; absent when not asked for. */
  readonly mask?: Float32Array;
}

/** Runs the two networks. The only thing a pose engine needs from its platform. */
export interface PoseRuntime {
  /** @param input [224 x 224 x 3], RGB in -1..1. */
  detect(input: Float32Array): Promise<{ boxes: Float32Array; logits: Float32Array }>;
  /** @param input [256 x 256 x 3], RGB in 0..1. */
  landmarks(input: Float32Array, wantMask: boolean): Promise<LandmarkOutputs>;
}
