import { fork } from 'node:child_process';
import type { BenchRow } from '../bench-result.ts';

const LIMIT_SECONDS = 60;
const LIMIT_MB = 500;
const BYTES_PER_MB = 1e6;
// Neither compiler nor collector on another core: what is measured is what a machine with one would need.
const ONE_CORE = ['--single-threaded'];

/** What `fit-process.ts` sends. */
export interface FitFigures {
  readonly series: number;
  readonly weeks: number;
  readonly seconds: number;
  /** Of the core, in the same time: less where others used it too. */
  readonly cpuSeconds: number;
  /** Most memory that the process ever held, Node itself and the series included. */
  readonly peakBytes: number;
  readonly forecastMs: { readonly known: number; readonly unknown: number };
}

/** A fit in a process of its own, so that nothing else counts as its memory. */
export async function benchFit(): Promise<readonly BenchRow[]> {
  const { series, weeks, seconds, cpuSeconds, peakBytes, forecastMs } = await runFit();
  const fit = `fit of ${series.toLocaleString('en')} series x ${weeks} weeks`;
  return [
    { case: fit, value: seconds, unit: 's', limit: LIMIT_SECONDS },
    { case: `${fit}, CPU time`, value: cpuSeconds, unit: 's' },
    { case: `${fit}, most memory`, value: peakBytes / BYTES_PER_MB, unit: 'MB', limit: LIMIT_MB },
    { case: 'forecast of a series in the fit, mean', value: forecastMs.known, unit: 'ms' },
    { case: 'forecast of a series outside of it, mean', value: forecastMs.unknown, unit: 'ms' },
  ];
}

function runFit(): Promise<FitFigures> {
  const child = fork(new URL('fit-process.ts', import.meta.url), { execArgv: ONE_CORE });
  return new Promise((resolve, reject) => {
    child.once('message', (figures: FitFigures) => resolve(figures));
    child.once('exit', (code) => reject(new Error(`the fit ended with ${code ?? 'a signal'}`)));
  });
}
