import type { DeviceRecords } from '../store/index.ts';
import { REQUEST_LIMIT_MS } from './create-transport.ts';

export interface WriterLockDeps {
  /** The same for all pages of one shop on this origin. */
  readonly name: string;
  /** @default the browser's Web Locks */
  readonly locks?: Pick<LockManager, 'request'>;
  /** Keeps the lease where there are no Web Locks. */
  readonly records: DeviceRecords;
  readonly newId: () => string;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** Runs `work` while no other page of the shop does. @returns `busy` where another one is at it. */
export type WriterLock = <T>(work: (renew: () => Promise<unknown>) => Promise<T>) => Promise<T | 'busy'>;

/** A page that died with the lease keeps the others waiting so long: longer than one request, after which it is renewed. */
export const LEASE_MS = REQUEST_LIMIT_MS + 15_000;

export function createWriterLock({ name, locks = globalThis.navigator?.locks, records, newId, now }: WriterLockDeps): WriterLock {
  const lease = createLease(records, newId, now);
  return async (work) => {
    if (!locks) return lease(work);
    let isGiven = false;
    try {
      return await locks.request<ReturnType<typeof work>>(name, () => {
        isGiven = true;
        return work(() => Promise.resolve());
      });
    } catch (error) {
      // Pages without an origin of their own have the object, but no locks.
      if (isGiven) throw error;
      return lease(work);
    }
  };
}

interface Lease {
  readonly owner: string;
  readonly untilMs: number;
}

function createLease(records: DeviceRecords, newId: () => string, now: () => number): WriterLock {
  const owner = newId();
  const take = (): Promise<Lease | undefined> => records.update('writer', (old) => {
    const lease = old as Lease | undefined;
    // One that ends later than a lease can last comes from before the clock was set back.
    const isTheirs = lease && lease.owner !== owner && lease.untilMs > now() && lease.untilMs <= now() + LEASE_MS;
    return isTheirs ? lease : { owner, untilMs: now() + LEASE_MS };
  });
  return async (work) => {
    const lease = await take();
    // Without storage there is nothing that two pages could both send.
    if (lease && lease.owner !== owner) return 'busy';
    try {
      return await work(take);
    } finally {
      await records.update('writer', (old) => ((old as Lease | undefined)?.owner === owner ? { owner, untilMs: 0 } : old));
    }
  };
}
