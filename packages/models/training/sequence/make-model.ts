import { type PartnerName, type SequenceManifest, type SequenceShape, type ShippedMethod, type StepWindow, DEFAULT_SHAPE, fitPartner, shippedName } from '@vua/models/sequence';
import { type CandidateFigures, compareCandidates } from './choose-shipped.ts';
import { derivedRandom, shuffle } from './derived-random.ts';
import { epochBatches } from './epoch-batches.ts';
import { fitPartners } from './fit-baselines.ts';
import { writeModelFolder } from './model-folder.ts';
import { runTraining } from './run-training.ts';
import { EVENT_SIDE } from './row-targets.ts';
import type { SequenceLog } from './sequence-log.ts';
import { type LogSplit, type SequenceCase, splitLog } from './split-log.ts';
import type { TrainOptions } from './train-options.ts';
import type { Progress, TrainingState } from './train-transformer.ts';
import { DEFAULT_TRAINING, type TrainingSettings, softmaxFor } from './training-settings.ts';
import { openTransformer } from './transformer-scorer.ts';

/** Cases that are enough to choose on. */
const VALIDATION_CASES = 4000;
const MINUTE_MS = 60_000;

/** What is heard while a model is made. */
export interface MakingHooks {
  readonly onProgress: (progress: Progress) => void;
  readonly say: (line: string) => void;
}

/** What was made, or why nothing could be. */
export type Making = { readonly status: 'made'; readonly manifest: SequenceManifest } | { readonly status: 'refused'; readonly reason: string };

/** Trains, chooses on validation what ships, and writes the folder. */
export async function makeModel(log: SequenceLog, dataHash: string, options: TrainOptions, { onProgress, say }: MakingHooks): Promise<Making> {
  const split = splitLog(log.sequences, options.split);
  if (split.validation.length === 0 || !split.train.some(({ items }) => items.length > 1)) return { status: 'refused', reason: `the log is too short to be split by ${options.split}: something to learn from and something to choose on are needed` };
  const shape = shapeFor(log);
  const settings = settingsFor(split.train, shape, options);
  say(`${split.train.length} sequences to learn from, ${split.validation.length} questions to choose on, ${split.test.length} held back; at most ${settings.steps} steps`);
  const state = await runTraining({ sequences: split.train, shape, settings, dataHash, folder: options.out, onProgress, onResume: (step) => say(`goes on from step ${step}, where a run like this was stopped`) });
  say(`trained ${state.step} steps, ${state.epoch} epochs`);
  const validation = validationCases(split, options.seed);
  const filtersSeen = options.split !== 'all';
  const candidates = await judge(validation, split, shape, state, filtersSeen);
  const shipped = candidates[0]?.shipped ?? { method: 'coVisitation' };
  for (const { shipped: one, ndcg10, hr10 } of candidates.slice(0, 5)) say(`validation NDCG@10 ${ndcg10.toFixed(4)}, HR@10 ${hr10.toFixed(4)}: ${shippedName(one)}`);
  // What chose may be learned from by what is only counted; the model itself has not seen it.
  const known = knownSequences(split, log.sequences, options);
  const manifest = writeModelFolder(options.out, {
    parameters: state.parameters, partner: fitPartner(partnerOf(shipped), known, shape.items), vocabulary: log.vocabulary, sequences: known,
    manifest: {
      kind: 'sequence/1', seed: options.seed, split: options.split, shape, sideNames: log.sideNames, settings, shipped, data: describe(log, dataHash, options),
      training: { steps: state.step, epochs: state.epoch, wallMs: Math.round(state.spentMs) },
      validation: { cases: validation.length, filtersSeen, methods: Object.fromEntries(candidates.map(({ shipped: one, ndcg10, hr10 }) => [shippedName(one), { ndcg10, hr10 }])) },
    },
  });
  return { status: 'made', manifest };
}

/** The log's side inputs, and a head for the next event's type where the log has types. */
function shapeFor({ vocabulary, sideInputs }: SequenceLog): SequenceShape {
  return { ...DEFAULT_SHAPE, items: vocabulary.length, sideInputs, eventTypes: sideInputs.find(({ name }) => name === EVENT_SIDE)?.size ?? 0 };
}

function settingsFor(train: readonly StepWindow[], shape: SequenceShape, { seed, epochs, minutes }: TrainOptions): TrainingSettings {
  const batches = epochBatches(train, shape.length, DEFAULT_TRAINING.batchTokens, derivedRandom(seed, 'epoch')).length;
  return { ...DEFAULT_TRAINING, seed, steps: epochs * batches, budgetMs: minutes * MINUTE_MS, softmax: softmaxFor(shape.items) };
}

async function judge(cases: readonly SequenceCase[], { train }: LogSplit, shape: SequenceShape, { parameters }: TrainingState, filtersSeen: boolean): Promise<readonly CandidateFigures[]> {
  const transformer = await openTransformer(shape, parameters);
  try {
    return await compareCandidates(cases, transformer.scoreMany, fitPartners(train, shape.items), filtersSeen);
  } finally {
    await transformer.close();
  }
}

function validationCases({ validation }: LogSplit, seed: number): readonly SequenceCase[] {
  const cases = [...validation];
  shuffle(cases, derivedRandom(seed, 'validation'));
  return cases.slice(0, VALIDATION_CASES);
}

/** Everything but the test. */
function knownSequences({ test }: LogSplit, all: readonly StepWindow[], { split }: TrainOptions): readonly StepWindow[] {
  if (split === 'all') return all;
  if (split === 'last-days') return splitLog(all, 'all').train;
  const [tested, short] = [test.map(({ history }) => history), all.filter(({ items }) => items.length < 3)];
  return [...tested, ...short];
}

/** The transformer alone gets co-visitation as what to fall back on. */
function partnerOf(shipped: ShippedMethod): PartnerName {
  if (shipped.method === 'blend') return shipped.partner;
  return shipped.method === 'transformer' ? 'coVisitation' : shipped.method;
}

function describe({ sequences, vocabulary, problems, range }: SequenceLog, sha256: string, { format }: TrainOptions): SequenceManifest['data'] {
  return { sha256, format, sequences: sequences.length, steps: sequences.reduce((sum, { items }) => sum + items.length, 0), items: vocabulary.length, skippedLines: problems.length, ...(range === undefined ? {} : { range }) };
}
