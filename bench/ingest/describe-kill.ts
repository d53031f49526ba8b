import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SEED, createRandom } from '../../packages/server-lite/src/storage/testing/seed.ts';
import { readEventIds } from './read-event-ids.ts';
import { type RunningProcess, startVua } from './start-process.ts';
import { startClients } from './steady-clients.ts';

const READY_LIMIT_MS = 3000;

interface Load {
  readonly accepted: readonly string[];
  /** Bodies that found no answer. */
  readonly unanswered: readonly string[];
  readonly perSecond: number;
}

/** Fault test 1 with the whole server: it is killed while it is busy, at random moments, and started again; its clients send again what was not answered. */
export const describeKill = (kills: number): void => void describe(`kill -9 under load (seed ${SEED})`, () => {
  it(`${kills} times: nothing that was confirmed is lost, nothing is there twice, and the server is ready within 3 s`, { timeout: 30_000 + kills * 15_000 }, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'vua-killed-'));
    const random = createRandom(SEED);
    const loads: Load[] = [];
    const readyMs: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const { server, tookMs } = await startReady(dataDir);
      // The first start makes the database.
      if (kill > 0) readyMs.push(tookMs);
      loads.push(await loadAndEnd(server, loads.at(-1)?.unanswered, 300 + random() * 1000, () => server.kill()));
    }
    const { server, tookMs } = await startReady(dataDir);
    readyMs.push(tookMs);
    loads.push(await loadAndEnd(server, loads.at(-1)?.unanswered, 0, async () => undefined));
    await server.stop();
    const kept = await readEventIds(join(dataDir, 'vua.sqlite'));
    rmSync(dataDir, { recursive: true, force: true });
    tell(readyMs, loads.slice(0, kills));
    expect(kept.length).toBe(new Set(kept).size);
    expect(loads.at(-1)?.unanswered).toEqual([]);
    expect(missing(loads, new Set(kept))).toEqual([]);
    expect(loads.filter(({ accepted }) => accepted.length > 0)).toHaveLength(kills + 1);
    // The lower quartile: others may meet a machine that something else keeps busy.
    expect(readyMs.toSorted((a, b) => a - b)[Math.floor(readyMs.length / 4)]).toBeLessThanOrEqual(READY_LIMIT_MS);
  });
});

async function startReady(dataDir: string): Promise<{ readonly server: RunningProcess; readonly tookMs: number }> {
  const startMs = performance.now();
  const server = await startVua({ DATA_DIR: dataDir });
  const { status } = await fetch(`http://${server.host}:${server.port}/readyz`);
  expect(status).toBe(200);
  return { server, tookMs: performance.now() - startMs };
}

async function loadAndEnd(server: RunningProcess, first: readonly string[] | undefined, afterMs: number, end: () => Promise<void>): Promise<Load> {
  const clients = startClients(server, first);
  const startMs = performance.now();
  await new Promise((resolve) => { setTimeout(resolve, afterMs); });
  const seconds = (performance.now() - startMs) / 1000;
  await end();
  const sent = await clients.stop();
  const accepted = sent.flatMap((one) => one.accepted);
  return { accepted, unanswered: sent.filter(({ status }) => status !== 202).map(({ body }) => body), perSecond: accepted.length / seconds };
}

const missing = (loads: readonly Load[], kept: ReadonlySet<string>): readonly string[] => loads.flatMap(({ accepted }) => accepted.filter((id) => !kept.has(id)));

// Not by the console: whoever reads the figures of a run wants to see these.
function tell(readyMs: readonly number[], loads: readonly Load[]): void {
  const events = loads.map(({ perSecond }) => perSecond.toFixed(0)).join(', ');
  process.stdout.write(`kill -9: ready again after ${readyMs.map((ms) => ms.toFixed(0)).join(', ')} ms; killed at ${events} events/s\n`);
}
