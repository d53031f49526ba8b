import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

export interface TrainingOrder {
  /** Events, one a line. */
  readonly dataFile: string;
  /** Where `deploy/` goes. */
  readonly outFolder: string;
  /** At most, for the training itself. */
  readonly minutes: number;
}

export type TrainingOutcome = { readonly status: 'trained' } | { readonly status: 'failed'; readonly reason: string };

/** Trains a sequence model; stops soon when `signal` is aborted. */
export type RunTrainer = (order: TrainingOrder, signal: AbortSignal) => Promise<TrainingOutcome>;

/** What a server has to do comes first. */
const LOW_PRIORITY = 10;
/** Reading, choosing and writing take a while beside the training. */
const GRACE_MS = 30 * 60_000;
const MOST_WORDS = 4000;
/** Nothing is held back for a test: the newest days tell most of the next, and shoppers are the test. */
const FOR_A_SHOP = ['--split', 'all', '--unseen'];

/** Runs the training's script in a process of its own: what it needs of memory, and what it may do wrong, is not the server's. @param script absolute path */
export const createTrainer = (script: string, node: string = process.execPath): RunTrainer => ({ dataFile, outFolder, minutes }, signal) => new Promise((resolve) => {
  const child = spawn(node, [script, '--data', dataFile, '--format', 'events', ...FOR_A_SHOP, '--out', outFolder, '--minutes', String(minutes)], {
    // No more of the environment than a process needs: passwords of databases stand there.
    env: { PATH: process.env['PATH'] ?? '' }, stdio: ['ignore', 'ignore', 'pipe'],
    signal: AbortSignal.any([signal, AbortSignal.timeout(minutes * 60_000 + GRACE_MS)]), killSignal: 'SIGKILL',
  });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-MOST_WORDS);
  });
  child.on('error', (error) => resolve({ status: 'failed', reason: error.name === 'AbortError' ? 'it was stopped' : error.message }));
  child.on('close', (code) => resolve(code === 0 ? { status: 'trained' } : { status: 'failed', reason: reasonOf(words, code) }));
  if (child.pid !== undefined) lower(child.pid);
});

// Only the script's own sentences, which quote no event: an error that nobody expected might.
function reasonOf(words: string, code: number | null): string {
  const said = /^train:sequence: (.+)$/m.exec(words)?.[1];
  if (said !== undefined) return said;
  return words.includes('ERR_MODULE_NOT_FOUND') ? 'a package of the training is not installed, such as onnxruntime-node' : `it ended with ${code ?? 'a signal'}`;
}

function lower(pid: number): void {
  try {
    setPriority(pid, LOW_PRIORITY);
  } catch {
    // It may have ended already.
  }
}
