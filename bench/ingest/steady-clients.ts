import { Agent, request } from 'node:http';
import type { EventReceipt } from '@vua/models/contracts';
import { createRequests } from './make-requests.ts';
import type { RunningProcess } from './start-process.ts';

export interface Sent {
  readonly atMs: number;
  readonly body: string;
  /** 0: no answer. */
  readonly status: number;
  /** Ids of the events that the server names as kept. */
  readonly accepted: readonly string[];
}

const CLIENTS = 32;
const EVENTS_PER_REQUEST = 5;

type Place = Pick<RunningProcess, 'host' | 'port'>;

/** Clients that send one request after the other, each until one of its requests finds no answer. @param first bodies that are sent before new ones */
export function startClients({ host, port }: Place, first: readonly string[] = []): { stop(): Promise<readonly Sent[]> } {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const nextRequest = createRequests({ host: `${host}:${port}`, path: '/', eventsPerRequest: EVENTS_PER_REQUEST });
  const waiting = [...first];
  const over = new AbortController();
  const nextBody = (): string => waiting.shift() ?? nextRequest().split('\r\n\r\n')[1] ?? '';
  const client = async (): Promise<readonly Sent[]> => {
    const sent: Sent[] = [];
    // What was there first is sent in any case.
    while (!over.signal.aborted || waiting.length > 0) {
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

function post(agent: Agent, { host, port }: Place, body: string): Promise<Sent> {
  const atMs = performance.now();
  return new Promise((resolve) => {
    const fail = (): void => resolve({ atMs, body, status: 0, accepted: [] });
    const headers = { 'content-type': 'text/plain', origin: `http://${host}:${port}`, 'content-length': body.length };
    request({ agent, host, port, method: 'POST', path: '/v1/events?site=site_demoshop', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      response.on('error', fail);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        resolve({ atMs, body, status, accepted: status === 202 ? (JSON.parse(text) as EventReceipt).accepted : [] });
      });
    }).on('error', fail).end(body);
  });
}
