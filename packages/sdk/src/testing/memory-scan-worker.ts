import type { BodyProfile } from '@vua/models/body';
import type { FrameContext, FrameHint, FrameReading, View } from '../inference/frame-reading.ts';
import type { ScanOutcome, ScanWorkerApi } from '../worker/scan-worker-api.ts';

export interface MemoryScanWorker extends ScanWorkerApi {
  /** Every call, in order, such as `capture front`. */
  readonly calls: string[];
  /** Frames kept of each view. */
  readonly kept: Record<View, number>;
  /** From now on: the hint of every frame; `undefined` = ready, steady since then. */
  show(hint: FrameHint | undefined): void;
  /** From now on every call is rejected with this. */
  break(error: unknown): void;
  /** What measuring ends in. */
  outcome(outcome: ScanOutcome): void;
}

/** A scan worker in memory that says what it is told to. */
export function createMemoryScanWorker(first: ScanOutcome): MemoryScanWorker {
  const calls: string[] = [];
  const kept = { front: 0, side: 0 };
  let hint: FrameHint | undefined;
  let readySinceMs: number | undefined;
  let broken: { readonly error: unknown } | undefined;
  let outcome = first;

  const call = async <T>(name: string, answer: () => T): Promise<T> => {
    calls.push(name);
    await Promise.resolve();
    if (broken) throw broken.error;
    return answer();
  };
  const read = ({ atMs }: FrameContext): FrameReading => {
    readySinceMs = hint === undefined ? (readySinceMs ?? atMs) : undefined;
    const steadyMs = readySinceMs === undefined ? 0 : atMs - readySinceMs;
    return { frameWidthPx: 720, frameHeightPx: 1280, outline: Float32Array.of(1, 2, 3, 4, 5, 6), steadyMs, ...(hint && { hint }) };
  };

  return {
    calls,
    kept,
    show: (next) => { hint = next; readySinceMs = undefined; },
    break: (error) => { broken = { error }; },
    outcome: (next) => { outcome = next; },
    observe: (frame, context) => call(`observe ${context.view}`, () => { frame.close(); return read(context); }),
    capture: (frame, context) => call(`capture ${context.view}`, () => {
      frame.close();
      const reading = read(context);
      if (reading.steadyMs > 0) kept[context.view]++;
      return reading;
    }),
    measure: (_profile: BodyProfile) => call('measure', () => outcome),
    measurePhotos: () => call('measurePhotos', () => outcome),
    forget: (view) => call(`forget ${view ?? 'all'}`, () => {
      if (view !== 'side') kept.front = 0;
      if (view !== 'front') kept.side = 0;
    }),
  };
}
