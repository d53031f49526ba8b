import type { StoredEvent } from '../storage/event-log.ts';

type Listener = (events: readonly StoredEvent[]) => void;

/** Tells who listens to a tenant what was just stored by this process. */
export interface LiveEvents {
  publish(tenantId: string, events: readonly StoredEvent[]): void;
  /** @returns how to stop listening, or undefined when as many listen to this tenant as may. */
  subscribe(tenantId: string, listener: Listener): (() => void) | undefined;
}

/** Most who listen to one tenant. */
const LISTENER_LIMIT = 20;

export function createLiveEvents(): LiveEvents {
  const listeners = new Map<string, Set<Listener>>();
  return {
    publish: (tenantId, events) => {
      for (const listener of listeners.get(tenantId) ?? []) listener(events);
    },
    subscribe: (tenantId, listener) => {
      const ofTenant = listeners.get(tenantId) ?? new Set();
      if (ofTenant.size >= LISTENER_LIMIT) return undefined;
      listeners.set(tenantId, ofTenant.add(listener));
      return () => {
        ofTenant.delete(listener);
        if (ofTenant.size === 0) listeners.delete(tenantId);
      };
    },
  };
}
