import { Agent, request } from 'node:http';
import { type BenchRow, percentiles } from '../bench-result.ts';
import { type HostileBody, makeHostileBodies } from './hostile-bodies.ts';
import type { RunningProcess } from './start-process.ts';

const TRIES = 50;
/** Fault test 25. */
const LIMIT_MS = 100;

/** How soon a server refuses what is made to keep it busy: 95th percentile from the first byte sent to the last byte of the answer, one request after the other. @throws when it takes one of them */
export async function measureRejections({ host, port }: Pick<RunningProcess, 'host' | 'port'>, tries = TRIES): Promise<readonly BenchRow[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const rows: BenchRow[] = [];
  for (const body of makeHostileBodies()) {
    const times: number[] = [];
    for (let sent = 0; times.length < tries && sent < 2 * tries; sent++) times.push(...await send(agent, { host, port }, body));
    if (times.length < tries) throw new Error(`${body.name} was answered only ${times.length} times of ${2 * tries}`);
    const spread = percentiles(times);
    rows.push({ case: `reject-${body.name.replace(' ', '-')}, p95`, value: spread.p95, unit: 'ms', ...spread, limit: LIMIT_MS });
  }
  agent.destroy();
  return rows;
}

/** Milliseconds to the answer; none where the server had answered and closed before all was sent, and the reset came first. */
function send(agent: Agent, { host, port }: Pick<RunningProcess, 'host' | 'port'>, { name, bytes, headers, status }: HostileBody): Promise<readonly number[]> {
  const startMs = performance.now();
  return new Promise((resolve, reject) => {
    const all = { ...headers, origin: `http://${host}:${port}`, 'content-type': 'application/json', 'content-length': bytes.length };
    request({ agent, host, port, method: 'POST', path: '/v1/events?site=site_demoshop', headers: all }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === status) resolve([performance.now() - startMs]);
        else reject(new Error(`${name} was answered ${response.statusCode ?? 0}, not ${status}`));
      });
    }).once('error', () => resolve([])).end(bytes);
  });
}
