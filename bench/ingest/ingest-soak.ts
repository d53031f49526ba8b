import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Bench, BenchRun } from '../bench-result.ts';
import { startMeasuring } from './measure-load.ts';
import { startVua } from './start-process.ts';

const EVENTS_PER_REQUEST = 20;
const EVENTS_PER_SECOND = 10_000;
const WARM_UP_SECONDS = 60;
const SECONDS = 600;
const SAMPLE_EVERY_MS = 5000;
/** Samples that are averaged at the start and at the end: the garbage collector makes single ones jump. */
const AVERAGED = 12;
const GROWTH_LIMIT_MB = 50;
const P99_LIMIT_MS = 60;

const run = promisify(execFile);

/** Ten minutes at 10,000 events/s into SQLite: does the server's memory grow? */
export const ingestSoak: Bench = {
  name: 'ingest-soak',
  about: 'eleven minutes of 10,000 events/s: memory growth',
  async run(): Promise<BenchRun> {
    const seed = randomInt(2 ** 31);
    console.log(`seed of the arrivals: ${seed}; ${(SECONDS + WARM_UP_SECONDS) / 60} minutes`);
    const measuring = await startMeasuring(seed);
    const server = await startVua();
    try {
      const order = { eventsPerRequest: EVENTS_PER_REQUEST, requestsPerSecond: EVENTS_PER_SECOND / EVENTS_PER_REQUEST };
      const bare = await measuring.bare();
      await measuring.load(server, { ...order, seconds: WARM_UP_SECONDS });
      const memory = sampleMemory(server.pid);
      const got = await measuring.load(server, { ...order, seconds: SECONDS });
      const samples = await memory.stop();
      await measuring.bare();
      const faults = measuring.faults();
      return {
        rows: [
          { case: 'memory growth over 10 minutes', value: mean(samples.slice(-AVERAGED)) - mean(samples.slice(0, AVERAGED)), unit: 'MB', limit: GROWTH_LIMIT_MB },
          { case: 'most memory', value: Math.max(...samples), unit: 'MB' },
          { case: 'p99 at 10k events/s', value: got.latencies.p99, unit: 'ms', ...got.latencies, limit: P99_LIMIT_MS },
        ],
        probeRps: bare,
        ...(faults.length > 0 && { void: faults.join('; ') }),
      };
    } finally {
      await server.stop();
      await measuring.stop();
    }
  },
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Reads every few seconds what a process holds in memory, MB. */
function sampleMemory(pid: number): { stop(): Promise<readonly number[]> } {
  const reads: Promise<number>[] = [];
  const timer = setInterval(() => {
    reads.push(readMemoryMb(pid));
    const latest = reads.length;
    if (latest % AVERAGED === 0) void reads.at(-1)?.then((mb) => console.log(`${(latest * SAMPLE_EVERY_MS) / 60_000} min: ${mb.toFixed(0)} MB`));
  }, SAMPLE_EVERY_MS);
  return { stop: () => {
    clearInterval(timer);
    return Promise.all(reads);
  } };
}

async function readMemoryMb(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) / 1024;
}
