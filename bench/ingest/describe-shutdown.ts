import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventReceipt } from '@vua/models/contracts';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../packages/server-lite/src/storage/open-sqlite.ts';
import { createSqliteEventLog } from '../../packages/server-lite/src/storage/sqlite-event-log.ts';
import { SEED, createRandom } from '../../packages/server-lite/src/storage/testing/seed.ts';
import { createRequests } from './make-requests.ts';
import { type RunningProcess, startVua } from './start-process.ts';

const CLIENTS = 32;
const EVENTS_PER_REQUEST = 5;
const EXIT_LIMIT_MS = 10_000;
/** What is sent within this time before the signal may meet a socket that just closes. */
const GREY_MS = 10;

interface Sent {
  readonly atMs: number;
  /** 0: no answer. */
  readonly status: number;
  readonly accepted: readonly string[];
}

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
    const kept = await readIds(join(dataDir, 'vua.sqlite'));
    expect(accepted.filter((id) => !kept.has(id))).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });
});

/** Clients that send one request after the other. */
function startClients({ host, port }: RunningProcess): { stop(): Promise<readonly Sent[]> } {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const nextRequest = createRequests({ host: `${host}:${port}`, path: '/', eventsPerRequest: EVENTS_PER_REQUEST });
  const over = new AbortController();
  const nextBody = (): string => nextRequest().split('\r\n\r\n')[1] ?? '';
  const client = async (): Promise<readonly Sent[]> => {
    const sent: Sent[] = [];
    while (!over.signal.aborted) {
      const one = await post(agent, { host, port }, nextBody());
      sent.push(one);
      if (one.status === 0) break;
    }
    return sent;
  };
  const clients = Array.from({ length: CLIENTS }, client);
  return { stop: async () => {
    over.abort();
    const sent = (await Promise.all(clients)).flat();
    agent.destroy();
    return sent;
  } };
}

function post(agent: Agent, { host, port }: Pick<RunningProcess, 'host' | 'port'>, body: string): Promise<Sent> {
  const atMs = performance.now();
  return new Promise((resolve) => {
    const fail = (): void => resolve({ atMs, status: 0, accepted: [] });
    const headers = { 'content-type': 'text/plain', origin: `http://${host}:${port}`, 'content-length': body.length };
    request({ agent, host, port, method: 'POST', path: '/v1/events?site=site_demoshop', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      response.on('error', fail);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        resolve({ atMs, status, accepted: status === 202 ? (JSON.parse(text) as EventReceipt).accepted : [] });
      });
    }).on('error', fail).end(body);
  });
}

async function readIds(file: string): Promise<ReadonlySet<string>> {
  const database = await openSqlite(file);
  const log = createSqliteEventLog(database);
  const ids = new Set<string>();
  for (let afterId: string | undefined; ;) {
    const page = await log.read({ tenantId: 'demo', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 5000, ...(afterId !== undefined && { afterId }) });
    for (const { id } of page) ids.add(id);
    afterId = page.at(-1)?.id;
    if (page.length < 5000) break;
  }
  await log.close();
  await database.close();
  return ids;
}
