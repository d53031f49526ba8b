import { type Parameters, type SequenceShape, type StepWindow, buildScoringGraph, cutWindow, encoderFeeds, packBatch, toLogProbabilities } from '@vua/models/sequence';
import type { ScoreMany } from './evaluate.ts';
import { openGraph } from './open-graph.ts';

/** A trained model that scores many histories at once. */
export interface TransformerScorer {
  /** Logits of all items; zeros for an empty history. */
  readonly scoreMany: ScoreMany;
  /** Chances of each type of the next event, as logarithms; all alike for an empty history. Only for a model with that head. */
  readonly eventsMany: ScoreMany;
  readonly close: () => Promise<void>;
}

/** Opens a model in onnxruntime-node. */
export async function openTransformer(shape: SequenceShape, parameters: Parameters): Promise<TransformerScorer> {
  const graph = await openGraph(buildScoringGraph(shape));
  const rowsOf = async (output: 'scores' | 'eventScores', columns: number, histories: readonly StepWindow[]): Promise<Float32Array[]> => {
    const known = histories.filter(({ items }) => items.length > 0);
    const batch = packBatch(known.map((history) => cutWindow(history, Math.max(0, history.items.length - shape.length), history.items.length)), shape);
    const feeds = { ...encoderFeeds(batch, parameters, shape), lastRows: { data: batch.lastRows, sizes: [known.length] } };
    const all = known.length === 0 ? new Float32Array(0) : (await graph.run(feeds))[output] ?? new Float32Array(0);
    let row = 0;
    return histories.map(({ items }) => (items.length === 0 ? new Float32Array(columns) : all.subarray(row * columns, (row += 1) * columns)));
  };
  return {
    close: graph.close,
    scoreMany: (histories) => rowsOf('scores', shape.items, histories),
    eventsMany: async (histories) => {
      const rows = await rowsOf('eventScores', shape.eventTypes, histories);
      rows.forEach(toLogProbabilities);
      return rows;
    },
  };
}
