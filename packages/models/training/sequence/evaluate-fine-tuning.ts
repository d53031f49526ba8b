import { type FineTuning, type OpenedModel, type Parameters, buildTrainingGraph, createEngine, createShippedScorer, fineTune } from '@vua/models/sequence';
import { seededRandom } from '../body/random.ts';
import { bootstrapInterval } from './bootstrap-interval.ts';
import { gainAt10 } from './evaluate.ts';
import { openGraph } from './open-graph.ts';
import { rankTarget } from './rank-target.ts';
import type { SequenceCase } from './split-log.ts';

/** What tuning to each shopper changed. NDCG@10, ranked among all items but those seen. */
export interface FineTuningFigures {
  readonly n: number;
  /** Shoppers with a history long enough to tune to. */
  readonly tuned: number;
  readonly ndcg10: { readonly before: number; readonly after: number };
  /** Mean gain over all shoppers, with its 95 % bootstrap interval. */
  readonly gain: { readonly mean: number; readonly low: number; readonly high: number };
  /** Wall time of one tuning, median, milliseconds. */
  readonly tuningMs: number;
}

/** Tunes the model to each shopper's own history, asks what ships before and after, and forgets it. */
export async function evaluateFineTuning(model: OpenedModel, cases: readonly SequenceCase[], settings: FineTuning, seed: number, nowMs: () => number, onCase: (done: number) => void): Promise<FineTuningFigures> {
  const { shape } = model.manifest;
  const graph = await openGraph(buildTrainingGraph(shape, 'full', false));
  const gains = { before: new Float64Array(cases.length), after: new Float64Array(cases.length) };
  const times: number[] = [];
  try {
    for (const [k, one] of cases.entries()) {
      const startMs = nowMs();
      const tuned = await fineTune(graph.run, model.parameters, one.history, shape, settings);
      gains.before[k] = gainAt10(rankOf(model, model.parameters, one));
      gains.after[k] = tuned === undefined ? gains.before[k] : gainAt10(rankOf(model, tuned, one));
      if (tuned !== undefined) times.push(nowMs() - startMs);
      onCase(k + 1);
    }
  } finally {
    await graph.close();
  }
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / cases.length;
  return {
    n: cases.length, tuned: times.length, ndcg10: { before: mean(gains.before), after: mean(gains.after) },
    gain: bootstrapInterval(gains.after.map((gain, k) => gain - (gains.before[k] ?? 0)), seededRandom(seed)),
    tuningMs: times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0,
  };
}

function rankOf(model: OpenedModel, parameters: Parameters, { history, target }: SequenceCase): number {
  const { shape } = model.manifest;
  const scores = new Float32Array(shape.items);
  createShippedScorer(model, createEngine(shape, parameters, model.unknown))(history, scores);
  return rankTarget(scores, target, new Set(history.items));
}
