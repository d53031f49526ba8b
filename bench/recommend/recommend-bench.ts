import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, type BenchRow, type BenchRun, percentiles } from '../bench-result.ts';
import { judgeBareRate } from '../ingest/bare-rate.ts';
import { othersCores, readCpuTimes } from '../ingest/cpu-use.ts';
import { type LoadGenerator, startLoadGenerator } from '../ingest/load-generator.ts';
import type { LoadResult } from '../ingest/run-load.ts';
import { type RunningProcess, endings, startHello } from '../ingest/start-process.ts';
import { EVENTS_ORIGIN, EVENTS_PATH, shopRequests } from './recommend-shop.ts';

const PER_SECOND = 500;
const EVENTS_PER_SECOND = 4000;
const EVENTS_PER_REQUEST = 20;
const [WARM_UP_SECONDS, SECONDS, BARE_SECONDS] = [5, 20, 3];
const CONNECTIONS = 64;
const OTHERS_LIMIT = 0.2;
const [ALONE_LIMIT_MS, BESIDE_LIMIT_MS, ERROR_LIMIT_PERCENT] = [15, 30, 0.1];

/** A shop of 50,000 items in a process of its own; arrivals at random, as shoppers come: the wait counts from when a request was due. */
export const recommendBench: Bench = {
  name: 'recommend',
  about: '500 recommendations a second out of 50,000 items, alone and beside 4,000 durable events a second, and the same rate from a bare node:http',
  async run(): Promise<BenchRun> {
    const seed = randomInt(2 ** 31);
    console.log(`seed of the arrivals: ${seed}`);
    const [lists, events, hello, server] = [startLoadGenerator(), startLoadGenerator(), await startHello(), await startShop()];
    try {
      return await measure(server, hello, { lists, events, seed });
    } finally {
      lists.stop();
      events.stop();
      await Promise.all([hello.stop(), server.stop()]);
    }
  },
};

interface Load {
  readonly lists: LoadGenerator;
  readonly events: LoadGenerator;
  readonly seed: number;
}

async function measure(server: RunningProcess, hello: RunningProcess, load: Load): Promise<BenchRun> {
  const bareRps = await bareRate(hello, load);
  const bare = await askFor(hello, load, SECONDS / 4, false);
  await askFor(server, load, WARM_UP_SECONDS, true);
  const [before, startMs] = [readCpuTimes(), performance.now()];
  const alone = await askFor(server, load, SECONDS, true);
  const [beside, written] = await Promise.all([askFor(server, load, SECONDS, true), sendEvents(server, load)]);
  const others = othersCores(before, readCpuTimes(), performance.now() - startMs);
  const bareMs = percentiles(bare.latenciesMs).p95;
  const faults = [judgeBareRate(bareRps), others !== undefined && others > OTHERS_LIMIT ? `others used ${others.toFixed(2)} of a core` : undefined].filter((fault) => fault !== undefined);
  const eventsPerSecond = ((written.statuses['202'] ?? 0) * EVENTS_PER_REQUEST) / written.seconds;
  return {
    rows: [
      { case: 'bare node:http at 500/s, p95', value: bareMs, unit: 'ms', ...percentiles(bare.latenciesMs) },
      ...rowsOf('alone', alone, bareMs, ALONE_LIMIT_MS), ...rowsOf('beside events', beside, bareMs, BESIDE_LIMIT_MS),
      { case: 'durable events beside', value: eventsPerSecond, unit: 'events/s', atLeast: EVENTS_PER_SECOND * 0.97 },
    ],
    probeRps: bareRps, ...(faults.length > 0 && { void: faults.join('; ') }),
  };
}

function rowsOf(name: string, { latenciesMs, statuses }: LoadResult, bareMs: number, limit: number): readonly BenchRow[] {
  const all = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const times = percentiles(latenciesMs);
  return [
    { case: `${name}, p95 at 500/s`, value: times.p95, unit: 'ms', ratio: times.p95 / bareMs, ...times, limit },
    { case: `${name}, errors`, value: (100 * (all - (statuses['200'] ?? 0))) / all, unit: '%', limit: ERROR_LIMIT_PERCENT },
  ];
}

const addressOf = ({ host, port }: RunningProcess) => ({ host, port, connections: CONNECTIONS });

function askFor(server: RunningProcess, { lists, seed }: Load, seconds: number, isShop: boolean): Promise<LoadResult> {
  const requests = isShop ? { requests: shopRequests(`${server.host}:${server.port}`, seed) } : {};
  return lists.run({ ...addressOf(server), path: '/', eventsPerRequest: 0, seconds, requestsPerSecond: PER_SECOND, seed, ...requests });
}

function sendEvents(server: RunningProcess, { events, seed }: Load): Promise<LoadResult> {
  return events.run({ ...addressOf(server), path: EVENTS_PATH, origin: EVENTS_ORIGIN, eventsPerRequest: EVENTS_PER_REQUEST, seconds: SECONDS, requestsPerSecond: EVENTS_PER_SECOND / EVENTS_PER_REQUEST, seed });
}

async function bareRate(hello: RunningProcess, { lists, seed }: Load): Promise<number> {
  const { latenciesMs, seconds } = await lists.run({ ...addressOf(hello), connections: 256, path: '/', eventsPerRequest: 0, seconds: BARE_SECONDS, seed });
  return latenciesMs.length / seconds;
}

async function startShop(): Promise<RunningProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vua-bench-'));
  const child = fork(new URL('recommend-server.ts', import.meta.url), [dataDir], { execArgv: ['--max-semi-space-size=16'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', (code) => reject(new Error(`the shop ended with ${code ?? 'a signal'}`)));
  });
  return { pid: child.pid ?? 0, host: '127.0.0.1', port, ...endings(child, () => rmSync(dataDir, { recursive: true, force: true })) };
}
