import type { PoseRuntime } from '@vua/models/pose';
import type { GraphExecutor } from './graph-executor.ts';

/** Outputs of the landmark network by their position in the original model. */
const OUT = { points: 0, score: 1, mask: 2, heatmap: 3, world: 4 } as const;

/** A pose runtime from two networks on the tfjs backend that is set. */
export function createTfjsRuntime(detect: GraphExecutor, landmarks: GraphExecutor): PoseRuntime {
  return {
    async detect(input) {
      const [boxes = new Float32Array(), logits = new Float32Array()] = await detect.run(input, [0, 1]);
      return { boxes, logits };
    },
    async landmarks(input, wantMask) {
      const outputs = [OUT.points, OUT.score, OUT.heatmap, OUT.world];
      const results = await landmarks.run(input, wantMask ? [...outputs, OUT.mask] : outputs);
      const [points, score, heatmap, world, mask] = results;
      if (points === undefined || heatmap === undefined || world === undefined) throw new Error('the landmark network gave no outputs');
      return { points, heatmap, world, score: score?.[0] ?? 0, ...(mask && { mask }) };
    },
  };
}
