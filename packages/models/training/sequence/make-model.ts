import { type Parameters, type SequenceManifest, type SequenceShape, type StepWindow, DEFAULT_SHAPE, fitPartner, fitUnknownItems, partnerOf, shippedName } from '@vua/models/sequence';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { derivedRandom } from './derived-random.ts';
import { epochBatches } from './epoch-batches.ts';
import { type Choice, FEW_CASES, type Judging, casesToChooseOn, judgeModel } from './judge-model.ts';
import { writeModelFolder } from './model-folder.ts';
import { runTraining } from './run-training.ts';
import { EVENT_SIDE } from './row-targets.ts';
import type { SequenceLog } from './sequence-log.ts';
import { type LogSplit, splitLog } from './split-log.ts';
import type { TrainOptions } from './train-options.ts';
import type { Progress, TrainingState } from './train-transformer.ts';
import { DEFAULT_TRAINING, type TrainingPlan, type TrainingSettings, batchTokensFor, planTraining, softmaxFor } from './training-settings.ts';
import { tuneSettings } from './tune-settings.ts';

const MINUTE_MS = 60_000;

/** What is heard while a model is made. */
export interface MakingHooks {
  readonly onProgress: (progress: Progress) => void;
  readonly say: (line: string) => void;
}

/** What was made, or why nothing could be. */
export type Making = { readonly status: 'made'; readonly manifest: SequenceManifest } | { readonly status: 'refused'; readonly reason: string };

/** Trains, chooses on validation what ships, refreshes the model with what chose, and writes the folder. */
export async function makeModel(log: SequenceLog, dataHash: string, options: TrainOptions, hooks: MakingHooks): Promise<Making> {
  if (log.vocabulary.length < 2) return { status: 'refused', reason: 'the log is about one item only: there is nothing to choose between' };
  if (log.range !== undefined && log.range.firstMs === log.range.lastMs) hooks.say('all events have the same time: the order of the lines is taken for the order of the steps, and what is held back is no later than the rest');
  const split = splitLog(log.sequences, options.split);
  const filtersSeen = options.filtersSeen ?? options.split !== 'all';
  const cases = casesToChooseOn(split, filtersSeen, options.seed);
  if (cases.length === 0 || !split.train.some(({ items }) => items.length > 1)) return { status: 'refused', reason: `the log is too short to be split by ${options.split}: something to learn from and something to choose on are needed` };
  const shape = shapeFor(log);
  const judging: Judging = { cases, train: split.train, shape, filtersSeen };
  // What chose may be learned from once the choice is made.
  const known = knownSequences(split, log.sequences, options);
  const trained = await trainParts(split, known, judging, options, runnerOf(options, shape, dataHash, hooks), hooks.say);
  const { choice: { shipped, candidates, figures }, plan, parameters, training } = trained;
  const manifest = writeModelFolder(options.out, {
    parameters, unknown: fitUnknownItems(parameters, known, shape), partner: fitPartner(partnerOf(shipped) ?? FALL_BACK, known, shape.items), vocabulary: log.vocabulary, sequences: known,
    manifest: {
      kind: 'sequence/1', seed: options.seed, split: options.split, shape, sideNames: log.sideNames, settings: plan, shipped, data: describe(log, dataHash, options), training,
      validation: { cases: judging.cases.length, filtersSeen: judging.filtersSeen, shipped: { ...figures }, methods: Object.fromEntries(candidates.map(({ shipped: one, ndcg10, hr10 }) => [shippedName(one), { ndcg10, hr10 }])) },
    },
  });
  rmSync(checkpointsIn(options.out), { recursive: true, force: true });
  return { status: 'made', manifest };
}

interface Trained extends Pick<SequenceManifest, 'training'> {
  readonly plan: TrainingPlan;
  readonly choice: Choice;
  readonly parameters: Parameters;
}

/** Short runs that choose the settings where that is asked for, the long one, the choice, the refresh. */
async function trainParts({ train, test }: LogSplit, known: readonly StepWindow[], judging: Judging, options: TrainOptions, run: Run, say: MakingHooks['say']): Promise<Trained> {
  const judge = async ({ parameters }: TrainingState): Promise<Choice> => judgeModel(parameters, judging);
  const { length: questions } = judging.cases;
  const plan = await tuneSettings(planTraining(settingsFor(train, judging.shape, options), options.tunes), { run: (settings, number) => run(`trial-${number}`, train, settings), judge, say });
  say(`${train.length} sequences to learn from, ${questions} questions to choose on, ${test.length} held back; at most ${plan.learn.steps} steps`);
  if (questions < FEW_CASES) say(`few questions to choose on (${questions}): the choice may be chance; ${FEW_CASES} and more say something`);
  const learned = await run('learn', train, plan.learn);
  say(`learned in ${learned.step} steps, ${learned.epoch} epochs`);
  const choice = await judge(learned);
  for (const { shipped, ndcg10, hr10 } of choice.candidates.slice(0, 5)) say(`validation NDCG@10 ${ndcg10.toFixed(4)}, HR@10 ${hr10.toFixed(4)}: ${shippedName(shipped)}`);
  // With what Adam remembers: it takes rows that it never met for long steps.
  const refreshed = await run('refresh', known, plan.refresh, { ...learned, ...FRESH_COUNTERS });
  say(`refreshed with what chose, in ${refreshed.step} steps`);
  return {
    plan, choice, parameters: refreshed.parameters,
    training: { steps: learned.step + refreshed.step, epochs: learned.epoch + refreshed.epoch, wallMs: Math.round(learned.spentMs + refreshed.spentMs) },
  };
}

/** Lies beside a transformer that goes alone. */
const FALL_BACK = 'coVisitation';

const FRESH_COUNTERS = { step: 0, epoch: 0, batch: 0, spentMs: 0 } as const;

const checkpointsIn = (folder: string): string => join(folder, 'checkpoints');

type Run = (part: string, sequences: readonly StepWindow[], settings: TrainingSettings, start?: TrainingState) => Promise<TrainingState>;

/** Runs a part of the plan with a checkpoint of its own, so that a training that was killed goes on in the part where it was. */
function runnerOf({ out, checkpointSeconds }: TrainOptions, shape: SequenceShape, dataHash: string, { onProgress, say }: MakingHooks): Run {
  mkdirSync(checkpointsIn(out), { recursive: true });
  return (part, sequences, settings, start) => runTraining({
    sequences, shape, settings, dataHash, checkpoint: join(checkpointsIn(out), `${part}.bin`), checkpointEveryMs: 1000 * checkpointSeconds, onProgress, ...(start === undefined ? {} : { start }),
    onResume: (step) => say(`${part} goes on from step ${step}, where a run like this was stopped`),
  });
}

/** The log's side inputs, and a head for the next event's type where the log has types. */
function shapeFor({ vocabulary, sideInputs }: SequenceLog): SequenceShape {
  return { ...DEFAULT_SHAPE, items: vocabulary.length, sideInputs, eventTypes: sideInputs.find(({ name }) => name === EVENT_SIDE)?.size ?? 0 };
}

function settingsFor(train: readonly StepWindow[], shape: SequenceShape, { seed, epochs, minutes }: TrainOptions): TrainingSettings {
  const softmax = softmaxFor(shape.items);
  const batchTokens = batchTokensFor(softmax);
  const batches = epochBatches(train, shape.length, batchTokens, derivedRandom(seed, 'epoch')).length;
  return { ...DEFAULT_TRAINING, seed, softmax, batchTokens, steps: epochs * batches, budgetMs: minutes * MINUTE_MS };
}

/** Everything but the test. */
function knownSequences({ test }: LogSplit, all: readonly StepWindow[], { split }: TrainOptions): readonly StepWindow[] {
  if (split === 'all') return all;
  if (split === 'last-days') return splitLog(all, 'all').train;
  const [tested, short] = [test.map(({ history }) => history), all.filter(({ items }) => items.length < 3)];
  return [...tested, ...short];
}

function describe({ sequences, vocabulary, problems, range }: SequenceLog, sha256: string, { format }: TrainOptions): SequenceManifest['data'] {
  return { sha256, format, sequences: sequences.length, steps: sequences.reduce((sum, { items }) => sum + items.length, 0), items: vocabulary.length, skippedLines: problems.length, ...(range === undefined ? {} : { range }) };
}
