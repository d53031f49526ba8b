import { type Answer, type HttpPool, openHttpPool } from './http-pool.ts';
import { createRequests } from './make-requests.ts';
import { createRandom } from '../../packages/server-lite/src/storage/testing/seed.ts';

export interface LoadOrder {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** 0: a bare GET. */
  readonly eventsPerRequest: number;
  readonly connections: number;
  readonly seconds: number;
  /** Absent: a closed loop, every connection asks again when it is answered. Otherwise an open loop with Poisson arrivals, however slow the answers are. */
  readonly requestsPerSecond?: number;
  /** Of the pages that send events. @default the server's own */
  readonly origin?: string;
  /** Whole requests, sent one after another and over again, in the place of events. */
  readonly requests?: readonly string[];
  readonly seed: number;
}

export interface LoadResult {
  /** Requests by HTTP status; 0: no answer. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers 429 and 503 that did not say when to come back. */
  readonly withoutRetryAfter: number;
  readonly seconds: number;
  /** Of the requests with a status below 300, from when they were due to be sent to their answer. */
  readonly latenciesMs: readonly number[];
}

/** Puts the server under load and says how it answered. */
export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const pool = await openHttpPool(order.host, order.port, order.connections);
  const tally = createTally();
  const nextRequest = order.requests === undefined ? createRequests({ ...order, host: `${order.host}:${order.port}` }) : inTurn(order.requests);
  const send: Send = (connection, dueMs) => pool.send(connection, nextRequest()).then((answer) => tally.add(answer, dueMs), () => tally.fail());
  const start = performance.now();
  const endMs = start + order.seconds * 1000;
  await (order.requestsPerSecond === undefined ? askInCircles(pool, send, endMs) : askAtRandom(pool, send, endMs, order.requestsPerSecond, createRandom(order.seed)));
  const seconds = (performance.now() - start) / 1000;
  pool.close();
  return { ...tally.result(), seconds };
}

function inTurn(requests: readonly string[]): () => string {
  let at = 0;
  return () => requests[at++ % requests.length] ?? '';
}

/** Resolves with whether the connection can be used again. */
type Send = (connection: number, dueMs: number) => Promise<boolean>;

async function askInCircles(pool: HttpPool, send: Send, endMs: number): Promise<void> {
  await Promise.all(Array.from({ length: pool.size }, async (_, connection) => {
    while (performance.now() < endMs && (await send(connection, performance.now())));
  }));
}

/** Arrivals do not wait for answers: what finds no free connection queues, and its wait counts. */
function askAtRandom(pool: HttpPool, send: Send, endMs: number, perSecond: number, random: () => number): Promise<void> {
  const free = Array.from({ length: pool.size }, (_, connection) => connection);
  const due: number[] = [];
  let nextMs = performance.now();
  let broken = 0;
  return new Promise((resolve) => {
    const dispatch = (): void => {
      while (due.length > 0 && free.length > 0) {
        // In turn: a server closes connections that are never used.
        const connection = free.shift() ?? 0;
        void send(connection, due.shift() ?? 0).then((isAlive) => {
          if (isAlive) free.push(connection);
          else broken += 1;
          dispatch();
        });
      }
    };
    const tick = (): void => {
      const nowMs = performance.now();
      for (; nextMs <= nowMs && nextMs < endMs; nextMs += (-Math.log(1 - random()) / perSecond) * 1000) due.push(nextMs);
      dispatch();
      const isOver = nextMs >= endMs && due.length === 0 && free.length + broken === pool.size;
      if (isOver || broken === pool.size) resolve();
      else setTimeout(tick, 1);
    };
    tick();
  });
}

function createTally() {
  const statuses: Record<string, number> = {};
  const latenciesMs: number[] = [];
  let withoutRetryAfter = 0;
  const count = (status: number): void => { statuses[status] = (statuses[status] ?? 0) + 1; };
  return {
    add: ({ status, head }: Answer, dueMs: number): boolean => {
      count(status);
      if ((status === 429 || status === 503) && !/\r\nretry-after: *\d/i.test(head)) withoutRetryAfter += 1;
      if (status < 300) latenciesMs.push(performance.now() - dueMs);
      return true;
    },
    fail: (): boolean => {
      count(0);
      return false;
    },
    result: () => ({ statuses, latenciesMs, withoutRetryAfter }),
  };
}
