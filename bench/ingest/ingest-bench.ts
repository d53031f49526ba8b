import { randomInt } from 'node:crypto';
import type { Bench, BenchRow, BenchRun } from '../bench-result.ts';
import { type Measured, type Measuring, startMeasuring } from './measure-load.ts';
import { measureRejections } from './measure-rejections.ts';
import { type RunningProcess, startVua } from './start-process.ts';
import { STORES, type Store } from './stores.ts';

const WARM_UP_SECONDS = 3;
const SECONDS = 8;
/** Of the open loop, however they come. */
const OPEN_EVENTS_PER_SECOND = 10_000;

const SINGLE_AT_LEAST = 10_000;
const SINGLE_RATIO_AT_LEAST = 0.3;
const BATCH_AT_LEAST = 40_000;
const OPEN_P99_LIMIT_MS = 60;

/** A whole server as `vua start` runs it, in a process of its own, with the load generator beside it. */
export const ingestBench: Bench = {
  name: 'ingest',
  about: 'events a second over HTTP into SQLite, PostgreSQL and JetStream, beside a bare node:http; how soon hostile bodies are refused',
  async run(): Promise<BenchRun> {
    const seed = randomInt(2 ** 31);
    console.log(`seed of the arrivals: ${seed}`);
    const measuring = await startMeasuring(seed);
    try {
      await measuring.bare();
      const rows: BenchRow[] = [];
      for (const store of STORES) rows.push(...(await measureStore(store, measuring)));
      const bare = await measuring.bare();
      const faults = measuring.faults();
      return { rows: [{ case: 'bare node:http, GET', value: bare, unit: 'requests/s' }, ...rows], probeRps: bare, ...(faults.length > 0 && { void: faults.join('; ') }) };
    } finally {
      await measuring.stop();
    }
  },
};

async function measureStore(store: Store, measuring: Measuring): Promise<readonly BenchRow[]> {
  const started = await store.start();
  if (started === undefined) return leftOut(store, 'not on this machine');
  const server = await startVua(started.env);
  try {
    await measuring.load(server, { eventsPerRequest: 20, seconds: 1 });
    if (!(await started.isUsed())) return leftOut(store, 'the server kept the events elsewhere');
    const rows: BenchRow[] = [];
    for (const events of store.cases) rows.push(await measureClosed(store, events, server, measuring));
    if (store.name === 'sqlite') {
      for (const events of store.cases) rows.push(await measureOpen(store, events, server, measuring));
      rows.push(...await measureRejections(server));
    }
    return rows;
  } finally {
    await server.stop();
    await started.stop();
  }
}

function leftOut({ name }: Store, why: string): readonly BenchRow[] {
  console.log(`LEFT OUT: ${name}, ${why}`);
  return [];
}

/** As many requests as 256 connections carry, with the bare server before and after. */
async function measureClosed({ name }: Store, events: 1 | 20, server: RunningProcess, measuring: Measuring): Promise<BenchRow> {
  await measuring.load(server, { eventsPerRequest: events, seconds: WARM_UP_SECONDS });
  const before = await measuring.bare();
  const got = await measuring.load(server, { eventsPerRequest: events, seconds: SECONDS });
  const ratio = got.requestsPerSecond / ((before + (await measuring.bare())) / 2);
  const isGated = name === 'sqlite';
  if (events === 1) {
    return { case: `${name}-single`, value: got.requestsPerSecond, unit: 'requests/s', ratio, ...got.latencies, ...(isGated && { atLeast: SINGLE_AT_LEAST, ratioAtLeast: SINGLE_RATIO_AT_LEAST }) };
  }
  return { case: `${name}-batch20`, value: got.requestsPerSecond * events, unit: 'events/s', ratio, ...got.latencies, ...(isGated && { atLeast: BATCH_AT_LEAST }) };
}

/** Arrivals at random, as shoppers come: the wait counts from when a request was due. */
async function measureOpen({ name }: Store, events: 1 | 20, server: RunningProcess, measuring: Measuring): Promise<BenchRow> {
  const got: Measured = await measuring.load(server, { eventsPerRequest: events, seconds: SECONDS, requestsPerSecond: OPEN_EVENTS_PER_SECOND / events });
  return { case: `${name}-open-${events === 1 ? 'single' : 'batch20'}, p99 at 10k events/s`, value: got.latencies.p99, unit: 'ms', ...got.latencies, limit: OPEN_P99_LIMIT_MS };
}
