import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FitOrder, TrainedFit } from '../fits/train-fit.ts';

export type FitOutcome = { readonly status: 'trained'; readonly trained: TrainedFit } | { readonly status: 'failed'; readonly reason: string };

/** Makes a fit; stops soon when `signal` is aborted. */
export type RunFitter = (order: FitOrder, signal: AbortSignal) => Promise<FitOutcome>;

const SCRIPT = fileURLToPath(new URL('./fit-process.ts', import.meta.url));
/** A thousand tags over five years take a minute here; a slow machine may take ten times that. */
const TIMEOUT_MS = 20 * 60_000;
/** What a server has to do comes first. */
const LOW_PRIORITY = 10;

/** Makes fits in a process of their own: for a minute, nobody would be answered in this one. */
export const createFitter = (script: string = SCRIPT): RunFitter => (order, signal) => new Promise((resolve) => {
  const child = spawn(process.execPath, [script], {
    // No more of the environment than a process needs: passwords of databases stand there.
    env: { PATH: process.env['PATH'] ?? '' }, stdio: ['pipe', 'pipe', 'ignore'], signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]), killSignal: 'SIGKILL',
  });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.on('error', (error) => resolve({ status: 'failed', reason: error.name === 'AbortError' ? 'it was stopped' : error.message }));
  child.on('close', (code) => resolve(code === 0 ? { status: 'trained', trained: JSON.parse(Buffer.concat(pieces).toString('utf8')) as TrainedFit } : { status: 'failed', reason: `it ended with ${code ?? 'a signal'}` }));
  // It may end before it has read all.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(order));
  lower(child.pid);
});

function lower(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, LOW_PRIORITY);
  } catch {
    // It may have ended already.
  }
}
