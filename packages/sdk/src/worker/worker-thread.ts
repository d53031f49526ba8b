import { releaseProxy, transfer, wrap } from 'comlink';
import { SdkError, toSdkError } from '../sdk-error.ts';
import type { Reply, ScanWorkerWire } from './worker-protocol.ts';

/** What starting a thread needs of the page. */
export interface ThreadSources {
  /** Starts a module worker from its source. */
  readonly startWorker: (source: ArrayBuffer) => Worker;
  readonly locks?: Pick<LockManager, 'request'>;
  readonly randomId: () => string;
}

/** One running worker. Every call either answers, or rejects with an {@link SdkError}: also when the worker dies. */
export interface WorkerThread {
  call<T>(use: (wire: ScanWorkerWire) => Promise<Reply<T>>): Promise<T>;
  /** Settles when the worker is gone, and never before. */
  readonly gone: Promise<void>;
  /** Ends the worker; pending calls reject with `aborted`. Safe to call twice. */
  close(): void;
}

/** Starts a worker; its death is noticed through its lock, or through its `error` event. */
export function startThread(source: ArrayBuffer, sources: ThreadSources): { thread: WorkerThread; lockName: string } {
  const lockName = `vua-worker-${sources.randomId()}`;
  const worker = sources.startWorker(source);
  // comlink's `Remote` maps every member to a promise; ours are already.
  const wire = wrap<ScanWorkerWire>(worker);
  const { promise: failure, reject } = Promise.withResolvers<never>();
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  failure.catch(() => undefined);
  let closed = false;

  const end = (error: SdkError): void => {
    worker.terminate();
    reject(error);
    resolve();
  };
  const lost = (cause?: unknown): void => end(new SdkError('worker-lost', 'the scan worker ended', { cause }));
  worker.addEventListener('error', ({ message }) => {
    const error = toSdkError(message);
    if (message.includes('WebGL context')) end(new SdkError('gpu-context-lost', message));
    else if (error.code === 'out-of-memory') end(error);
    else lost(message);
  });
  worker.addEventListener('messageerror', () => lost());

  const thread: WorkerThread = {
    async call(use) {
      const reply = await Promise.race([use(wire as unknown as ScanWorkerWire), failure]);
      if (reply.ok) return reply.value;
      const error = new SdkError(reply.code, reply.message);
      // Only its end gives a worker's memory back.
      if (error.code === 'out-of-memory') end(error);
      throw error;
    },
    gone,
    close() {
      // A released proxy throws when it is touched again.
      if (!closed) wire[releaseProxy]();
      closed = true;
      end(new SdkError('aborted', 'the scan worker was closed'));
    },
  };
  return { thread: watched(thread, lockName, lost, sources.locks), lockName };
}

/** After the first answer the worker holds its lock; from then on, getting the lock means that it is gone. */
function watched(thread: WorkerThread, lockName: string, lost: () => void, locks: ThreadSources['locks']): WorkerThread {
  let watching = false;
  return {
    ...thread,
    async call(use) {
      const value = await thread.call(use);
      if (!watching) void locks?.request(lockName, async () => lost());
      watching = true;
      return value;
    },
  };
}

/** Marks what a call hands over. */
export function handOver<T extends object>(value: T, items: Transferable[]): T {
  return transfer(value, items);
}
