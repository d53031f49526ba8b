import { type AdamState, type Parameters, type SequenceShape, type StepWindow, buildTrainingGraph, emptyAdam, initialParameters } from '@vua/models/sequence';
import { normal } from '../body/random.ts';
import { derivedRandom } from './derived-random.ts';
import { epochBatches } from './epoch-batches.ts';
import { createMaskPool } from './mask-pool.ts';
import { nextTypeRates } from './next-type-rates.ts';
import { createNegativeSampler } from './negative-sampler.ts';
import { openGraph } from './open-graph.ts';
import { type Learner, trainStep } from './train-step.ts';
import { type TrainingSettings, learningRateAt } from './training-settings.ts';

/** Everything a run needs to go on as if it had never stopped. */
export interface TrainingState {
  readonly parameters: Parameters;
  readonly adam: AdamState;
  /** Steps done. */
  readonly step: number;
  readonly epoch: number;
  /** Batches done in this epoch. */
  readonly batch: number;
  /** Wall time spent so far. */
  readonly spentMs: number;
}

export interface Progress {
  readonly step: number;
  readonly epoch: number;
  /** Mean item loss since the last report, in nats. */
  readonly loss: number;
  readonly stepsPerSecond: number;
  readonly leftMs: number;
}

/** What the outside hears, and the clock. */
export interface TrainingHooks {
  readonly nowMs: () => number;
  /** Called after every step; a state is good until the next step. True ends the run there. */
  readonly afterStep: (state: TrainingState, loss: number) => Promise<boolean> | boolean;
}

/** The state before the first step. What the next event is starts from how often each type comes next: a short training is then no worse than that. @param sequences what is trained on */
export function initialState(shape: SequenceShape, seed: number, sequences: readonly StepWindow[] = []): TrainingState {
  const random = derivedRandom(seed, 'parameters');
  const drawn = initialParameters(shape, () => normal(random));
  const parameters = shape.eventTypes > 0 ? { ...drawn, 'events.bias': Float32Array.from(nextTypeRates(sequences, shape.eventTypes), Math.log) } : drawn;
  return { parameters, adam: emptyAdam(parameters), step: 0, epoch: 0, batch: 0, spentMs: 0 };
}

/** Trains until the steps or the time are used up. The same data, settings and state give the same weights, bit for bit, as long as it is not time that ends it. */
export async function trainTransformer(sequences: readonly StepWindow[], shape: SequenceShape, settings: TrainingSettings, start: TrainingState, hooks: TrainingHooks): Promise<TrainingState> {
  const graph = await openGraph(buildTrainingGraph(shape, settings.softmax, settings.dropout > 0));
  const learner: Learner = {
    shape, settings, parameters: start.parameters, adam: start.adam, run: graph.run, masks: createMaskPool(settings.seed, settings.dropout, largestMask(shape, settings)),
    ...(settings.softmax === 'sampled' ? { drawNegatives: createNegativeSampler(sequences, shape.items, settings.negativePower) } : {}),
  };
  const startedMs = hooks.nowMs() - start.spentMs;
  let state = start;
  try {
    for (;;) {
      const next = await trainEpoch(learner, sequences, state, { afterStep: hooks.afterStep, spentMs: () => hooks.nowMs() - startedMs });
      if (next.stopped) return next.state;
      state = { ...next.state, epoch: next.state.epoch + 1, batch: 0 };
    }
  } finally {
    await graph.close();
  }
}

interface EpochHooks extends Pick<TrainingHooks, 'afterStep'> {
  readonly spentMs: () => number;
}

async function trainEpoch(learner: Learner, sequences: readonly StepWindow[], start: TrainingState, { spentMs, afterStep }: EpochHooks): Promise<{ state: TrainingState; stopped: boolean }> {
  const { settings, shape } = learner;
  const batches = epochBatches(sequences, shape.length, settings.batchTokens, derivedRandom(settings.seed, 'epoch', start.epoch));
  if (batches.length === 0) throw new Error('no sequence of two steps to train on');
  let state = start;
  for (const windows of batches.slice(start.batch)) {
    const progress = Math.max(state.step / settings.steps, state.spentMs / settings.budgetMs);
    if (progress >= 1) return { state, stopped: true };
    const loss = await trainStep(learner, windows, state.step, learningRateAt(state.step, progress, settings));
    if (!Number.isFinite(loss.items)) throw new Error(`the loss is no number at step ${state.step}`);
    state = { ...state, step: state.step + 1, batch: state.batch + 1, spentMs: spentMs() };
    if (await afterStep(state, loss.items)) return { state, stopped: true };
  }
  return { state, stopped: false };
}

/** Rows of embeddings, or weights of attention: at most all tokens in sequences of full length, or one sequence longer than a batch. */
function largestMask({ width, heads, length }: SequenceShape, { batchTokens }: TrainingSettings): number {
  const tokens = Math.max(batchTokens, length);
  return Math.max(tokens * width, 2 * tokens * length * heads);
}
