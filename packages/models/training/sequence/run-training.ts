import { existsSync, readFileSync } from 'node:fs';
import type { SequenceShape, StepWindow } from '@vua/models/sequence';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint.ts';
import { type Progress, type TrainingHooks, type TrainingState, initialState, trainTransformer } from './train-transformer.ts';
import type { TrainingSettings } from './training-settings.ts';
import { writeAtomically } from './write-atomically.ts';

export interface TrainingRun {
  readonly sequences: readonly StepWindow[];
  readonly shape: SequenceShape;
  readonly settings: TrainingSettings;
  /** Hash of the data: a checkpoint belongs to it. */
  readonly dataHash: string;
  /** The checkpoint; stays when the run has ended, so that the same run given again is over at once. */
  readonly checkpoint: string;
  /** Between two checkpoints, at least. */
  readonly checkpointEveryMs: number;
  /** Where a new run starts. @default weights drawn by the seed */
  readonly start?: TrainingState;
  readonly onProgress: (progress: Progress) => void;
  /** Hears from which step a stopped run goes on. */
  readonly onResume?: (step: number) => void;
  readonly nowMs?: () => number;
}

const PROGRESS_EVERY_MS = 5000;

/** Trains with checkpoints, from the last one where a run like this was stopped. */
export async function runTraining(run: TrainingRun): Promise<TrainingState> {
  const { sequences, shape, settings, checkpoint, checkpointEveryMs, nowMs = () => performance.now() } = run;
  const identity = JSON.stringify({ shape, settings, data: run.dataHash });
  const kept = existsSync(checkpoint) ? decodeCheckpoint(readFileSync(checkpoint), identity) : undefined;
  const start = kept ?? run.start ?? initialState(shape, settings.seed, sequences);
  if (kept !== undefined) run.onResume?.(start.step);
  const report = reporter(run, start, nowMs);
  let savedMs = nowMs();
  const afterStep: TrainingHooks['afterStep'] = (state, loss) => {
    report(state, loss);
    if (nowMs() - savedMs < checkpointEveryMs) return false;
    writeAtomically(checkpoint, encodeCheckpoint(state, identity));
    savedMs = nowMs();
    return false;
  };
  const end = await trainTransformer(sequences, shape, settings, start, { nowMs, afterStep });
  writeAtomically(checkpoint, encodeCheckpoint(end, identity));
  return end;
}

function reporter({ settings, onProgress }: TrainingRun, start: TrainingState, nowMs: () => number): (state: TrainingState, loss: number) => void {
  let [saidMs, since, losses] = [nowMs(), start, 0];
  return (state, loss) => {
    losses += loss;
    if (nowMs() - saidMs < PROGRESS_EVERY_MS) return;
    const stepsPerSecond = 1000 * (state.step - since.step) / (state.spentMs - since.spentMs);
    onProgress({
      step: state.step, epoch: state.epoch, loss: losses / (state.step - since.step), stepsPerSecond,
      leftMs: Math.min(settings.budgetMs - state.spentMs, 1000 * (settings.steps - state.step) / stepsPerSecond),
    });
    [saidMs, since, losses] = [nowMs(), state, 0];
  };
}
