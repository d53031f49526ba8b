import { parseArgs } from 'node:util';
import { LOG_FORMATS, type LogFormat } from './read-log.ts';
import { SPLITS, type SplitName } from './split-log.ts';

export const TRAIN_HELP = `Trains the sequence model on a shop's log, beside the simple methods, and ships the best or a blend.
  npm run train:sequence -- --data FILE --format NAME --out DIR [--split NAME] [--unseen] [--minutes N] [--epochs N] [--tune] [--seed N] [--checkpoint-seconds N]

  --data FILE    the log, packed (.gz, .zip) or not
  --format NAME  pairs: "user item" lines in time order; sessions: one session a line, items oldest first;
                 events: the server's export (GET /v1/events/export?format=ndjson);
                 retailrocket: its events.csv; rees46: its csv; eshop: the clothing shop of 2008 (csv or zip)
  --out DIR      deploy/ (what a shop loads) and baselines/ (what a comparison needs) go there
  --split NAME   leave-one-out: each user's last item is the test (default for pairs)
                 last-days: the last tenth of the sessions is the test (default for the others)
                 all: no test is held back; it lies in another file, or there is none
  --unseen       with --split all: chooses by items that were not seen yet, as lists show them, and the others do anyway
  --minutes N    wall time for the training at most (default 30)
  --epochs N     passes over the log at most (default 80); a fifth as many come on top, with what chose as well
  --tune         tries rates 1e-3, 2e-3, 3e-3 and dropouts 0.1, 0.2, 0.35 in five short runs first, a quarter of the time
  --seed N       default 1
  --checkpoint-seconds N  between two checkpoints (default 30)

A run that was stopped goes on from its last checkpoint when the same command is given again.
Ends with status 2 where the options or the log cannot be used, with 1 where the model cannot be written.
`;

/** What the command line asks for. */
export interface TrainOptions {
  readonly data: string;
  readonly format: LogFormat;
  readonly out: string;
  readonly split: SplitName;
  /** Whether the choice is made on items not seen yet, as by lists that leave out what was seen. @default not with `all` */
  readonly filtersSeen?: boolean;
  readonly minutes: number;
  readonly epochs: number;
  /** Whether settings are chosen first. */
  readonly tunes: boolean;
  readonly seed: number;
  /** Between two checkpoints. */
  readonly checkpointSeconds: number;
}

export type TrainOptionsReading = { readonly status: 'read'; readonly options: TrainOptions } | { readonly status: 'help' } | { readonly status: 'refused'; readonly reason: string };

const OPTIONS = {
  data: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' }, split: { type: 'string' }, unseen: { type: 'boolean', default: false },
  minutes: { type: 'string', default: '30' }, epochs: { type: 'string', default: '80' }, seed: { type: 'string', default: '1' }, 'checkpoint-seconds': { type: 'string', default: '30' }, tune: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
} as const;

export function readTrainOptions(args: readonly string[]): TrainOptionsReading {
  const given = parseGiven(args);
  if (typeof given === 'string') return refuse(given);
  const { data, format, out, split, unseen, tune: tunes, help, ...numbers } = given;
  if (help) return { status: 'help' };
  if (data === undefined || out === undefined) return refuse('--data and --out are needed');
  const known = LOG_FORMATS.find((name) => name === format);
  if (known === undefined) return refuse(`--format must be one of ${LOG_FORMATS.join(', ')}`);
  const chosen = SPLITS.find((name) => name === (split ?? (known === 'pairs' ? 'leave-one-out' : 'last-days')));
  if (chosen === undefined) return refuse(`--split must be one of ${SPLITS.join(', ')}`);
  const [minutes, epochs, seed, checkpointSeconds] = [Number(numbers.minutes), Number(numbers.epochs), Number(numbers.seed), Number(numbers['checkpoint-seconds'])];
  if (!(minutes > 0)) return refuse('--minutes must be a number above 0');
  if (!Number.isInteger(epochs) || epochs < 1) return refuse('--epochs must be a whole number from 1');
  if (!Number.isInteger(seed)) return refuse('--seed must be a whole number');
  if (!(checkpointSeconds > 0)) return refuse('--checkpoint-seconds must be a number above 0');
  return { status: 'read', options: { data, format: known, out, split: chosen, ...(unseen && { filtersSeen: true }), minutes, epochs, tunes, seed, checkpointSeconds } };
}

const parseAll = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS }).values;

/** What is given, or what of it there is not. */
function parseGiven(args: readonly string[]): ReturnType<typeof parseAll> | string {
  try {
    return parseAll(args);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node's first sentence; the others tell how to name a file that looks like an option.
    return error.message.split(/[.\n]/)[0] ?? '';
  }
}

const refuse = (reason: string): TrainOptionsReading => ({ status: 'refused', reason });
