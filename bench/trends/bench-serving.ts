import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchRow, percentiles } from '../bench-result.ts';
import { type LoadGenerator, startLoadGenerator } from '../ingest/load-generator.ts';
import type { LoadResult } from '../ingest/run-load.ts';
import { type RunningProcess, endings, startHello } from '../ingest/start-process.ts';
import { differentRequests, replayedRequests } from './trends-shop.ts';

const [ANEW_PER_SECOND, REPLAY_PER_SECOND] = [100, 500];
const [ANEW_LIMIT_MS, REPLAY_LIMIT_MS, LEAST_HITS_PERCENT, ERROR_LIMIT_PERCENT] = [20, 15, 85, 0.1];
const [WARM_UP_SECONDS, SECONDS] = [3, 15];
const CONNECTIONS = 64;

/** Questions of thirty tags to a server in a process of its own; arrivals at random: the wait counts from when a request was due. */
export async function benchServing(): Promise<readonly BenchRow[]> {
  const seed = randomInt(2 ** 31);
  console.log(`seed of the arrivals: ${seed}`);
  const [load, hello] = [startLoadGenerator(), await startHello()];
  try {
    const bareMs = percentiles((await load.run({ host: hello.host, port: hello.port, connections: CONNECTIONS, path: '/', eventsPerRequest: 0, seconds: SECONDS / 3, requestsPerSecond: REPLAY_PER_SECOND, seed })).latenciesMs).p95;
    return [
      { case: 'bare node:http at 500/s, p95', value: bareMs, unit: 'ms' },
      ...await withServer('nothing-kept', async (server) => anewRows(await ask(load, server, { seed, perSecond: ANEW_PER_SECOND, requests: differentRequests }), bareMs)),
      ...await withServer('answers-not-kept', async (server) => rowsOf('30 tags, each answer made anew, 100/s', await ask(load, server, { seed, perSecond: ANEW_PER_SECOND, requests: differentRequests }), bareMs, ANEW_LIMIT_MS)),
      ...await withServer('as-started', async (server) => {
        const replay = await ask(load, server, { seed, perSecond: REPLAY_PER_SECOND, requests: replayedRequests });
        return [...replayRows(replay, bareMs), { case: 'replay, answers known already', value: await hitPercent(server), unit: '%', atLeast: LEAST_HITS_PERCENT }];
      }),
    ];
  } finally {
    load.stop();
    await hello.stop();
  }
}

interface Asking {
  readonly seed: number;
  readonly perSecond: number;
  readonly requests: (host: string, seed: number) => readonly string[];
}

async function ask(load: LoadGenerator, { host, port }: RunningProcess, { seed, perSecond, requests }: Asking): Promise<LoadResult> {
  const order = { host, port, connections: CONNECTIONS, path: '/', eventsPerRequest: 0, requestsPerSecond: perSecond, seed, requests: requests(`${host}:${port}`, seed) };
  await load.run({ ...order, seconds: WARM_UP_SECONDS });
  return load.run({ ...order, seconds: SECONDS });
}

const anewRows = (result: LoadResult, bareMs: number): readonly BenchRow[] => rowsOf('30 tags, each forecast made anew, 100/s', result, bareMs, ANEW_LIMIT_MS);
const replayRows = (result: LoadResult, bareMs: number): readonly BenchRow[] => rowsOf('30 tags, replay at 500/s', result, bareMs, REPLAY_LIMIT_MS);

function rowsOf(name: string, { latenciesMs, statuses }: LoadResult, bareMs: number, limit: number): readonly BenchRow[] {
  const all = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const times = percentiles(latenciesMs);
  return [
    { case: `${name}, p95`, value: times.p95, unit: 'ms', ratio: times.p95 / bareMs, ...times, limit },
    { case: `${name}, errors`, value: (100 * (all - (statuses['200'] ?? 0))) / all, unit: '%', limit: ERROR_LIMIT_PERCENT },
  ];
}

/** As the server counts them itself. */
async function hitPercent({ host, port }: RunningProcess): Promise<number> {
  const metrics = await (await fetch(`http://${host}:${port}/metrics`)).text();
  const count = (from: string): number => Number(new RegExp(`^vua_trend_answers_total\\{from="${from}"\\} (\\d+)`, 'm').exec(metrics)?.[1] ?? 0);
  return (100 * count('cache')) / (count('cache') + count('computed'));
}

async function withServer<T>(mode: string, use: (server: RunningProcess) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vua-bench-'));
  const child = fork(new URL('trends-server.ts', import.meta.url), [dataDir, mode], { execArgv: ['--max-semi-space-size=16'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code ?? 'a signal'}`)));
  });
  const server: RunningProcess = { pid: child.pid ?? 0, host: '127.0.0.1', port, ...endings(child, () => rmSync(dataDir, { recursive: true, force: true })) };
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}
