import type { CameraFrame, CameraSession, OpenCamera } from '../capture/index.ts';
import { SdkError, type SdkErrorCode } from '../sdk-error.ts';

export interface MemoryCamera {
  readonly open: OpenCamera;
  /** Cameras that are open now, and how many have been. */
  openCount(): number;
  openedInAll(): number;
  /** Frames given out and not closed again. */
  framesHeld(): number;
  /** The camera breaks, as when it is unplugged. */
  break(code: SdkErrorCode): void;
  /** The next opening fails so. */
  refuse(code: SdkErrorCode | undefined): void;
}

/** A camera in memory: 720 x 1280, each frame at the next `tick`, no pixels. */
export function createMemoryCamera({ tick }: { tick: () => number }): MemoryCamera {
  const live = new Set<(fault: SdkError) => void>();
  let refusal: SdkErrorCode | undefined;
  let openedInAll = 0;
  let framesHeld = 0;

  const frame = (): CameraFrame => {
    framesHeld++;
    let isOpen = true;
    const close = (): void => {
      if (isOpen) framesHeld--;
      isOpen = false;
    };
    return { image: { width: 720, height: 1280, close } satisfies ImageBitmap, atMs: tick() };
  };

  const open: OpenCamera = async ({ facing, signal }) => {
    await Promise.resolve();
    if (signal?.aborted) throw new SdkError('aborted');
    if (refusal) throw new SdkError(refusal);
    openedInAll++;
    let fault: SdkError | undefined;
    const listeners = new Set<(reason: SdkError) => void>();
    const end = (reason: SdkError): void => {
      fault ??= reason;
      live.delete(end);
      if (reason.code !== 'aborted') for (const listener of listeners) listener(reason);
    };
    live.add(end);
    signal?.addEventListener('abort', () => end(new SdkError('aborted')), { once: true });
    const session: CameraSession = {
      facing,
      size: () => ({ widthPx: 720, heightPx: 1280 }),
      async nextFrame() {
        await new Promise((resolve) => { setTimeout(resolve, 0); });
        if (fault) throw fault;
        return frame();
      },
      onFault(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      close: () => end(new SdkError('aborted')),
    };
    return session;
  };
  return {
    open,
    openCount: () => live.size,
    openedInAll: () => openedInAll,
    framesHeld: () => framesHeld,
    break: (code) => [...live].forEach((end) => end(new SdkError(code))),
    refuse: (code) => { refusal = code; },
  };
}
