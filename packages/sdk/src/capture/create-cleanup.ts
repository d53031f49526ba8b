import { SdkError } from '../sdk-error.ts';

/** What has to be undone at the end of something, in the opposite order. */
export interface Cleanup {
  /** Aborts, with the reason of the end, when `run` is called. */
  readonly signal: AbortSignal;
  /** Runs `undo` at the end, at once if that was already. */
  add(undo: () => void): void;
  readonly run: (reason?: unknown) => void;
}

export function createCleanup(): Cleanup {
  const ended = new AbortController();
  const undos: (() => void)[] = [];
  return {
    signal: ended.signal,
    add: (undo) => { if (ended.signal.aborted) undo(); else undos.push(undo); },
    run(reason) {
      if (ended.signal.aborted) return;
      ended.abort(SdkError.is(reason) ? reason : new SdkError('aborted', 'the camera was closed'));
      for (const undo of undos.toReversed()) undo();
    },
  };
}

/** `work`, or the reason of `signal` as soon as that aborts; then `discard` gets what comes too late. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, discard: (late: T) => void = () => undefined): Promise<T> {
  work.then((late) => { if (signal.aborted) discard(late); }, () => undefined);
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }); });
  return Promise.race([work, aborted]);
}
