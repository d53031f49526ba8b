import { SdkError } from '../sdk-error.ts';
import type { CameraFrame } from './camera-session.ts';
import { scaledSize } from './scaled-size.ts';

/** Longest side of a live frame. */
const LIVE_LIMIT_PX = 1280;
/** A seen page without a new frame for this long has lost its camera. */
const STALL_MS = 5000;

export interface FrameSourceDeps {
  readonly page: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>;
  readonly createBitmap: typeof createImageBitmap;
  /** Absent where the browser has no WebCodecs. */
  readonly VideoFrame?: typeof VideoFrame;
}

/**
 * The next frame of a playing video, longest side at most {@link LIVE_LIMIT_PX}. One at a time: frames that come
 * while nobody asks are skipped. Waits while the page is hidden.
 * @throws {SdkError} `camera-lost` when a seen page gets no frame for {@link STALL_MS}; the reason of `signal` when that aborts.
 */
export async function takeFrame(video: HTMLVideoElement, signal: AbortSignal, deps: FrameSourceDeps): Promise<CameraFrame> {
  await pageSeen(deps.page, signal);
  signal.throwIfAborted();
  const atMs = await framePresented(video, signal, deps.page);
  signal.throwIfAborted();
  const full = { widthPx: video.videoWidth, heightPx: video.videoHeight };
  const { widthPx, heightPx } = scaledSize(full, LIVE_LIMIT_PX);
  const image = widthPx === full.widthPx
    ? await grab(video, deps)
    : await deps.createBitmap(video, { resizeWidth: widthPx, resizeHeight: heightPx, resizeQuality: 'medium' });
  if (!signal.aborted) return { image, atMs };
  image.close();
  throw signal.reason;
}

// Where graphics are computed in software, Chromium keeps the memory of every bitmap made from a video (1.2 MB a frame
// of 480 x 640) until the system runs short of it. A VideoFrame shares the decoder's own.
async function grab(video: HTMLVideoElement, { createBitmap, VideoFrame: Frame }: FrameSourceDeps): Promise<ImageBitmap | VideoFrame> {
  return Frame ? new Frame(video) : createBitmap(video);
}

function pageSeen(page: FrameSourceDeps['page'], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const look = (): void => {
      if (page.hidden) return;
      settled.abort();
      resolve();
    };
    signal.addEventListener('abort', () => { settled.abort(); reject(signal.reason as Error); }, { signal: settled.signal });
    page.addEventListener('visibilitychange', look, { signal: settled.signal });
    if (signal.aborted) reject(signal.reason as Error);
    look();
  });
}

/** Resolves to the time at which the next frame was presented. */
function framePresented(video: HTMLVideoElement, signal: AbortSignal, page: FrameSourceDeps['page']): Promise<number> {
  return new Promise((resolve, reject) => {
    let stall: ReturnType<typeof setTimeout>;
    const onAbort = (): void => finish(() => reject(signal.reason as Error));
    const request = video.requestVideoFrameCallback((now) => finish(() => resolve(now)));
    const watchStall = (): void => {
      clearTimeout(stall);
      stall = setTimeout(() => {
        if (page.hidden) watchStall();
        else finish(() => reject(new SdkError('camera-lost', `no frame for ${STALL_MS} ms`)));
      }, STALL_MS);
    };
    const finish = (settle: () => void): void => {
      clearTimeout(stall);
      video.cancelVideoFrameCallback(request);
      signal.removeEventListener('abort', onAbort);
      page.removeEventListener('visibilitychange', watchStall);
      settle();
    };
    signal.addEventListener('abort', onAbort);
    page.addEventListener('visibilitychange', watchStall);
    watchStall();
  });
}
