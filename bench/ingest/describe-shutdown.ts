import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SEED, createRandom } from '../../packages/server-lite/src/storage/testing/seed.ts';
import { readEventIds } from './read-event-ids.ts';
import { startVua } from './start-process.ts';
import { startClients } from './steady-clients.ts';

const EXIT_LIMIT_MS = 10_000;
/** What is sent within this time before the signal may meet a socket that just closes. */
const GREY_MS = 10;

/** Stops a server that is busy, at a random moment, so many times. */
export const describeShutdown = (times: number): void => void describe(`SIGTERM under load (seed ${SEED})`, () => {
  const random = createRandom(SEED);
  it.each(Array.from({ length: times }, (_, turn) => [turn + 1, 500 + Math.round(random() * 1500)]))('%i: after %i ms', async (_turn, afterMs) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'vua-shutdown-'));
    const server = await startVua({ DATA_DIR: dataDir });
    const load = startClients(server);
    await new Promise((resolve) => { setTimeout(resolve, afterMs); });
    const signalMs = performance.now();
    await server.stop();
    expect(performance.now() - signalMs).toBeLessThan(EXIT_LIMIT_MS);
    const sent = await load.stop();
    // Whatever was under way got its answer.
    expect(sent.filter(({ atMs, status }) => atMs < signalMs - GREY_MS && status !== 202)).toEqual([]);
    const accepted = sent.flatMap((one) => one.accepted);
    expect(accepted.length).toBeGreaterThan(0);
    const kept = new Set(await readEventIds(join(dataDir, 'vua.sqlite')));
    expect(accepted.filter((id) => !kept.has(id))).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
