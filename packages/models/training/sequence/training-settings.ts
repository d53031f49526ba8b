import type { Softmax } from '@vua/models/sequence';

/** How a model is trained; defaults reached NDCG@10 0.186 on ML-1M after 86 epochs (docs/sequence.md). */
export interface TrainingSettings {
  readonly seed: number;
  /** Steps at most; the learning rate falls to 0 towards the last. */
  readonly steps: number;
  /** Wall time at most; where it is shorter than the steps take, the rate follows it. Then two runs differ, as machines do. */
  readonly budgetMs: number;
  /** Steps of sequences in a batch; see {@link batchTokensFor}. */
  readonly batchTokens: number;
  readonly learningRate: number;
  readonly warmUpSteps: number;
  /** Longest gradient, over all parameters. */
  readonly clip: number;
  /** Share of numbers that dropout takes out. */
  readonly dropout: number;
  readonly softmax: Softmax;
  /** Drawn for a batch by the sampled softmax. */
  readonly negatives: number;
  /** They are drawn with chances that go with this power of an item's count. */
  readonly negativePower: number;
  /** What the event head counts against the items. */
  readonly eventWeight: number;
}

export const DEFAULT_TRAINING: Omit<TrainingSettings, 'seed' | 'steps' | 'budgetMs' | 'softmax' | 'batchTokens'> = {
  learningRate: 2e-3, warmUpSteps: 200, clip: 1, dropout: 0.2, negatives: 1024, negativePower: 0.75, eventWeight: 0.1,
};

/** Above this many items the softmax over all is too slow. */
const FULL_SOFTMAX_ITEMS = 5000;

export const softmaxFor = (items: number): Softmax => (items > FULL_SOFTMAX_ITEMS ? 'sampled' : 'full');

/** What `--tune` tries beside the defaults, each for a short run of its own. */
export const TUNING_GRID: readonly Partial<Pick<TrainingSettings, 'learningRate' | 'dropout'>>[] = [{}, { learningRate: 1e-3 }, { learningRate: 3e-3 }, { dropout: 0.1 }, { dropout: 0.35 }];

/** Share of steps and time that a short run of the grid gets. */
const TRIAL_SHARE = 0.05;
/** Share of steps and time that the refresh gets. */
const REFRESH_SHARE = 0.2;

/** The parts of a training; together they take the budget. */
export interface TrainingPlan {
  /** One short run for each of {@link TUNING_GRID}; empty where nothing is tuned. */
  readonly trials: readonly TrainingSettings[];
  /** Learns from what is older than what chooses. */
  readonly learn: TrainingSettings;
  /** Goes on with what chose as well, at half the rate: a shop's last days are those that tell most of its next. */
  readonly refresh: TrainingSettings;
}

/** @param whole settings of a training in one piece; steps of the refresh come on top, time does not */
export function planTraining(whole: TrainingSettings, tunes: boolean): TrainingPlan {
  const part = (share: number, changes: Partial<TrainingSettings> = {}): TrainingSettings => ({ ...whole, steps: Math.max(1, Math.round(share * whole.steps)), budgetMs: share * whole.budgetMs, ...changes });
  const trials = tunes ? TUNING_GRID.map((changes) => part(TRIAL_SHARE, changes)) : [];
  return {
    trials,
    learn: { ...whole, budgetMs: (1 - REFRESH_SHARE - TRIAL_SHARE * trials.length) * whole.budgetMs },
    refresh: part(REFRESH_SHARE, { seed: whole.seed + 1_000_003, learningRate: whole.learningRate / 2 }),
  };
}

/**
 * Smaller batches learn more in the same time, until the steps cost more than they teach: NDCG@10 on validation after 12 epochs of ML-1M (full softmax)
 * 0.161, 0.170, 0.171 with 3,200, 1,600, 800 steps in 171, 167, 200 CPU-seconds; after 10 of RetailRocket (sampled) 0.255, 0.290, 0.311 in 127, 138, 187.
 */
export const batchTokensFor = (softmax: Softmax): number => (softmax === 'full' ? 1600 : 800);

/** Learning rate after warm-up, as a cosine from 1 to 0. @param progress 0 to 1 */
export function learningRateAt(step: number, progress: number, { learningRate, warmUpSteps }: TrainingSettings): number {
  return learningRate * Math.min(1, (step + 1) / warmUpSteps) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
}
