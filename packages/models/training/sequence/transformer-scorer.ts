import { type Parameters, type SequenceShape, buildScoringGraph, encoderFeeds, packBatch } from '@vua/models/sequence';
import type { ScoreMany } from './evaluate.ts';
import { openGraph } from './open-graph.ts';
import { windowOf } from './window-of.ts';

/** A trained model that scores many histories at once. */
export interface TransformerScorer {
  /** Logits of all items; zeros for an empty history. */
  readonly scoreMany: ScoreMany;
  readonly close: () => Promise<void>;
}

/** Opens a model in onnxruntime-node. */
export async function openTransformer(shape: SequenceShape, parameters: Parameters): Promise<TransformerScorer> {
  const graph = await openGraph(buildScoringGraph(shape));
  return {
    close: graph.close,
    scoreMany: async (histories) => {
      const known = histories.filter(({ items }) => items.length > 0);
      if (known.length === 0) return histories.map(() => new Float32Array(shape.items));
      const batch = packBatch(known.map((history) => windowOf(history, Math.max(0, history.items.length - shape.length), history.items.length)), shape);
      const { scores = new Float32Array(0) } = await graph.run({ ...encoderFeeds(batch, parameters, shape), lastRows: { data: batch.lastRows, sizes: [known.length] } });
      let row = 0;
      return histories.map(({ items }) => (items.length === 0 ? new Float32Array(shape.items) : scores.subarray(row * shape.items, (row += 1) * shape.items)));
    },
  };
}
