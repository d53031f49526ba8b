import { type BenchRow, percentiles } from '../bench-result.ts';
import { othersCores, readCpuTimes } from './cpu-use.ts';
import { judgeBareRate } from './bare-rate.ts';
import { startLoadGenerator } from './load-generator.ts';
import type { LoadOrder, LoadResult } from './run-load.ts';
import { startHello, type RunningProcess } from './start-process.ts';

const CONNECTIONS = 256;
/** Path of the demo shop's events. */
const PATH = '/v1/events?site=site_demoshop';
/** More of a core in other hands makes a figure void. */
const OTHERS_LIMIT = 0.2;
const BARE_SECONDS = 3;

export type LoadCase = Pick<LoadOrder, 'eventsPerRequest' | 'seconds' | 'requestsPerSecond'>;

export interface Measured {
  readonly requestsPerSecond: number;
  readonly latencies: Pick<Required<BenchRow>, 'p50' | 'p95' | 'p99'>;
}

/** Measures servers under load, with the bare server beside them. */
export interface Measuring {
  /** Requests a second of the bare server, now. */
  bare(): Promise<number>;
  /** @throws when the server refused or dropped requests: then nothing was measured. */
  load(server: RunningProcess, given: LoadCase): Promise<Measured>;
  /** Why the figures say nothing; empty when they do. */
  faults(): readonly string[];
  stop(): Promise<void>;
}

export async function startMeasuring(seed: number): Promise<Measuring> {
  const generator = startLoadGenerator();
  const hello = await startHello();
  const bareRates: number[] = [];
  const busy: string[] = [];
  const run = async (server: RunningProcess, given: LoadCase): Promise<LoadResult> => {
    const [before, startMs] = [readCpuTimes(), performance.now()];
    const result = await generator.run({ host: server.host, port: server.port, path: PATH, connections: CONNECTIONS, seed, ...given });
    const others = othersCores(before, readCpuTimes(), performance.now() - startMs);
    if (others !== undefined && others > OTHERS_LIMIT) busy.push(`others used ${others.toFixed(2)} of a core`);
    return result;
  };
  return {
    bare: async () => {
      const { latenciesMs, seconds } = await run(hello, { eventsPerRequest: 0, seconds: BARE_SECONDS });
      bareRates.push(latenciesMs.length / seconds);
      return latenciesMs.length / seconds;
    },
    load: async (server, given) => measured(await run(server, given)),
    faults: () => [...busy.slice(0, 1), ...bareFaults(bareRates)],
    stop: async () => {
      generator.stop();
      await hello.stop();
    },
  };
}

const bareFaults = (rates: readonly number[]): readonly string[] => {
  const fault = rates.length === 0 ? undefined : judgeBareRate(Math.min(...rates));
  return fault === undefined ? [] : [fault];
};

function measured({ statuses, latenciesMs, seconds }: LoadResult): Measured {
  const refused = Object.entries(statuses).filter(([status]) => Number(status) !== 202);
  if (refused.length > 0) throw new Error(`not all requests were answered 202: ${JSON.stringify(statuses)}`);
  return { requestsPerSecond: latenciesMs.length / seconds, latencies: percentiles(latenciesMs) };
}
