import { SdkError } from '../sdk-error.ts';
import { attachVideo, playVideo } from './attach-video.ts';
import { type CameraDeps, browserDeps } from './camera-deps.ts';
import { cameraFault } from './camera-fault.ts';
import type { CameraFacing, CameraOptions, CameraSession } from './camera-session.ts';
import { type Cleanup, createCleanup, unlessAborted } from './create-cleanup.ts';
import { takeFrame } from './frame-source.ts';
import { keepAwake } from './keep-awake.ts';
import { requestStream } from './request-stream.ts';
import { watchCamera } from './watch-camera.ts';

/**
 * Opens the camera, shows it in `video` and watches it. Everything it took is given back on every way out.
 * @throws {SdkError} `camera-denied`, `camera-missing`, `camera-busy`, `camera-in-use`, `camera-muted`, `camera-unsupported`, or `aborted`.
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
    cleanup.add(attachVideo(video, stream));
    await unlessAborted(Promise.all([playVideo(video, deps.page), torchOff(stream)]), cleanup.signal);
    cleanup.add(keepAwake(deps.wakeLock, deps.page));
    return startSession(options, stream, cleanup, deps);
  } catch (error) {
    cleanup.run();
    throw cameraFault(error);
  }
}

function startSession({ video }: CameraOptions, stream: MediaStream, cleanup: Cleanup, deps: CameraDeps): CameraSession {
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
    facing: facingOf(stream),
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

const stopTracks = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

// Cameras of computers do not say where they look: at the person before the screen.
const facingOf = (stream: MediaStream): CameraFacing => (stream.getVideoTracks()[0]?.getSettings().facingMode === 'environment' ? 'environment' : 'user');

// The light may still be on from another app.
async function torchOff(stream: MediaStream): Promise<void> {
  for (const track of stream.getVideoTracks()) {
    const abilities: MediaTrackCapabilities & { torch?: boolean } = track.getCapabilities?.() ?? {};
    if (abilities.torch) await track.applyConstraints({ advanced: [{ torch: false } as MediaTrackConstraintSet] }).catch(() => undefined);
  }
}
