import { SdkError } from '../sdk-error.ts';
import { attachVideo } from './attach-video.ts';
import { cameraFault } from './camera-fault.ts';
import { takeCameraLease } from './camera-lease.ts';
import type { CameraOptions, CameraSession } from './camera-session.ts';
import { type FrameSourceDeps, takeFrame } from './frame-source.ts';
import { requestStream } from './request-stream.ts';
import { type CameraPermission, type WatchDeps, watchCamera } from './watch-camera.ts';

export interface CameraDeps extends WatchDeps, FrameSourceDeps {
  /** Undefined on insecure pages and in old browsers. */
  readonly devices: Pick<MediaDevices, 'getUserMedia'> | undefined;
  readonly takeLease: () => (() => void) | undefined;
}

/**
 * Opens the camera, shows it in `video` and watches it. Everything it took is given back on every way out.
 * @throws {SdkError} `camera-denied`, `camera-missing`, `camera-busy`, `camera-in-use`, `camera-unsupported`, or `aborted`.
 */
export async function openCamera(options: CameraOptions, deps: CameraDeps = browserDeps()): Promise<CameraSession> {
  const { video, facing, signal } = options;
  if (signal?.aborted) throw new SdkError('aborted', 'the camera is no longer wanted');
  if (!deps.devices || !('requestVideoFrameCallback' in video)) throw new SdkError('camera-unsupported', 'this page cannot use a camera');
  const release = deps.takeLease();
  if (!release) throw new SdkError('camera-in-use', 'another scan on this page has the camera');
  const cleanup = createCleanup();
  cleanup.add(release);
  signal?.addEventListener('abort', cleanup.run, { once: true });
  cleanup.add(() => signal?.removeEventListener('abort', cleanup.run));
  try {
    const stream = await unlessAborted(requestStream(deps.devices, facing), cleanup.signal, stopTracks);
    cleanup.add(() => stopTracks(stream));
    await torchOff(stream);
    cleanup.add(await unlessAborted(attachVideo(video, stream), cleanup.signal, (detach) => detach()));
    return startSession(options, stream, cleanup, deps);
  } catch (error) {
    cleanup.run();
    throw cameraFault(error);
  }
}

function startSession({ video, facing }: CameraOptions, stream: MediaStream, cleanup: Cleanup, deps: CameraDeps): CameraSession {
  const listeners = new Set<(fault: SdkError) => void>();
  let fault: SdkError | undefined;
  const fail = (reason: SdkError): void => {
    if (cleanup.signal.aborted) return;
    fault = reason;
    cleanup.run(reason);
    for (const listener of listeners) listener(reason);
    listeners.clear();
  };
  for (const track of stream.getVideoTracks()) cleanup.add(watchCamera(track, deps, fail));
  return {
    facing,
    size: () => ({ widthPx: video.videoWidth, heightPx: video.videoHeight }),
    async nextFrame() {
      try {
        return await takeFrame(video, cleanup.signal, deps);
      } catch (error) {
        const reason = SdkError.is(error) ? error : new SdkError('camera-lost', 'the picture could not be taken', { cause: error });
        fail(reason);
        throw reason;
      }
    },
    onFault(listener) {
      if (fault) listener(fault);
      else listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => cleanup.run(),
  };
}

interface Cleanup {
  /** Aborts, with the reason of the end, when `run` is called. */
  readonly signal: AbortSignal;
  /** Runs `undo` at the end, at once if that was already. */
  add(undo: () => void): void;
  readonly run: (reason?: unknown) => void;
}

function createCleanup(): Cleanup {
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
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, discard: (late: T) => void): Promise<T> {
  const aborted = new Promise<never>((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }); });
  work.then((late) => { if (signal.aborted) discard(late); }, () => undefined);
  return Promise.race([work, aborted]);
}

const stopTracks = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

// The light may still be on from another app.
async function torchOff(stream: MediaStream): Promise<void> {
  for (const track of stream.getVideoTracks()) {
    const abilities: MediaTrackCapabilities & { torch?: boolean } = track.getCapabilities?.() ?? {};
    if (abilities.torch) await track.applyConstraints({ advanced: [{ torch: false } as MediaTrackConstraintSet] }).catch(() => undefined);
  }
}

function browserDeps(): CameraDeps {
  return {
    devices: navigator.mediaDevices,
    page: document,
    createBitmap: globalThis.createImageBitmap.bind(globalThis),
    permission: browserPermission,
    takeLease: takeCameraLease,
  };
}

async function browserPermission(): Promise<CameraPermission | undefined> {
  const permissions = navigator.permissions as Permissions | undefined;
  const status = await permissions?.query({ name: 'camera' });
  return status && {
    state: () => status.state,
    onChange(listener) {
      status.addEventListener('change', listener);
      return () => status.removeEventListener('change', listener);
    },
  };
}
