import type { ScanEffect, ScanEvent, ScanMachine } from './scan-machine.ts';
import { scanNext } from './scan-next.ts';
import type { ScanState } from './scan-state.ts';

/** An event without its time, which the store stamps on it. */
export type Untimed = ScanEvent extends infer E ? (E extends ScanEvent ? Omit<E, 'atMs'> : never) : never;

export interface ScanStoreDeps {
  readonly machine: ScanMachine;
  readonly now: () => number;
  readonly act: (effect: ScanEffect) => void;
  readonly snapshotOf: (machine: ScanMachine) => ScanState;
}

/** The machine of one scan, and who listens to it. */
export interface ScanStore {
  machine(): ScanMachine;
  state(): ScanState;
  send(event: Untimed): void;
  subscribe(listener: (state: ScanState) => void): () => void;
  /** Lets go of every listener. */
  close(): void;
}

export function createScanStore({ machine: first, now, act, snapshotOf }: ScanStoreDeps): ScanStore {
  const listeners = new Set<(state: ScanState) => void>();
  let machine = first;
  let state = snapshotOf(machine);
  return {
    machine: () => machine,
    state: () => state,
    send(event) {
      const move = scanNext(machine, { ...event, atMs: now() });
      if (move.machine === machine) return;
      machine = move.machine;
      for (const effect of move.effects) act(effect);
      state = snapshotOf(machine);
      for (const listener of listeners) listener(state);
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(state);
      return () => void listeners.delete(listener);
    },
    close: () => listeners.clear(),
  };
}
