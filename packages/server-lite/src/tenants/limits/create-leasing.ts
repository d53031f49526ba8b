import type { Lease, LeaseRequest, TokenStore } from './token-store.ts';

/** Whoever waits for tokens would rather count alone than hold up a shopper. */
const LEASE_LIMIT_MS = 500;

interface Waiter {
  readonly request: LeaseRequest;
  readonly resolve: (lease: Lease) => void;
  readonly reject: (error: unknown) => void;
}

/** Asks the store one question at a time: what is wanted meanwhile goes together into the next. A bucket must not be asked for again before its answer. */
export function createLeasing(store: TokenStore, limitMs = LEASE_LIMIT_MS): (request: LeaseRequest) => Promise<Lease> {
  const waiting = new Set<Waiter>();
  let isAsking = false;
  const ask = async (): Promise<void> => {
    isAsking = true;
    while (waiting.size > 0) {
      const asked = [...waiting];
      waiting.clear();
      await store.lease(asked.map(({ request }) => request)).then(
        (leases) => asked.forEach(({ resolve }, index) => resolve(leases[index] ?? { granted: 0, left: 0 })),
        (error: unknown) => asked.forEach(({ reject }) => reject(error)),
      );
    }
    isAsking = false;
  };
  return (request) => new Promise((resolve, reject) => {
    const waiter = { request, resolve: settle(resolve), reject: settle(reject) };
    const timer = setTimeout(() => {
      waiting.delete(waiter);
      reject(new Error('no tokens were leased in time'));
    }, limitMs);
    function settle<T>(end: (value: T) => void): (value: T) => void {
      return (value) => {
        clearTimeout(timer);
        end(value);
      };
    }
    waiting.add(waiter);
    if (!isAsking) void ask();
  });
}
