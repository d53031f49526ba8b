import type { CameraFacing, CameraFrame, CameraSession, DeviceTilt, OpenCamera, OpenTilt, TiltWatch, VideoSize } from '../capture/index.ts';
import { type SdkError, toSdkError } from '../sdk-error.ts';

interface LiveCameraDeps {
  readonly openCamera: OpenCamera;
  readonly openTilt: OpenTilt;
  readonly video: HTMLVideoElement;
  readonly onOpen: () => void;
  readonly onFrame: (frame: CameraFrame, tilt: DeviceTilt | undefined) => Promise<void>;
  readonly onFault: (fault: SdkError) => void;
}

/** The camera and the tilt sensor of a scan as one thing to open and close: at most one is open, and one that opens too late is closed. */
export interface LiveCamera {
  open(facing: CameraFacing): void;
  close(): void;
  size(): VideoSize;
}

export function createLiveCamera(deps: LiveCameraDeps): LiveCamera {
  let current: AbortController | undefined;
  let camera: CameraSession | undefined;

  const close = (): void => {
    current?.abort();
    current = undefined;
    camera = undefined;
  };
  const open = (facing: CameraFacing): void => {
    close();
    const opening = new AbortController();
    current = opening;
    void runCamera(deps, facing, opening.signal, (opened) => { camera = opened; });
  };
  return { open, close, size: () => camera?.size() ?? { widthPx: 0, heightPx: 0 } };
}

async function runCamera(deps: LiveCameraDeps, facing: CameraFacing, signal: AbortSignal, opened: (camera: CameraSession) => void): Promise<void> {
  const report = (error: unknown): void => { if (!signal.aborted) deps.onFault(toSdkError(error)); };
  // Asked for before anything is awaited: iOS wants the press that began the scan.
  const tilt = openTiltOrNone(deps.openTilt, facing);
  try {
    const camera = await deps.openCamera({ facing, video: deps.video, signal });
    whenAborted(signal, () => camera.close());
    if (signal.aborted) return;
    camera.onFault(report);
    opened(camera);
    deps.onOpen();
    await readFrames(deps, camera, tilt, signal);
  } catch (error) {
    report(error);
  } finally {
    whenAborted(signal, () => void tilt.then((watch) => watch?.close()));
  }
}

async function readFrames(deps: LiveCameraDeps, camera: CameraSession, tilt: Promise<TiltWatch | undefined>, signal: AbortSignal): Promise<void> {
  let watch: TiltWatch | undefined;
  void tilt.then((opened) => { watch = opened; });
  while (!signal.aborted) {
    const frame = await camera.nextFrame();
    await deps.onFrame(frame, watch?.latest());
  }
}

// A phone without the sensor, or a shopper who refuses it, can be measured too.
async function openTiltOrNone(openTilt: OpenTilt, facing: CameraFacing): Promise<TiltWatch | undefined> {
  try {
    return await openTilt(facing);
  } catch {
    return undefined;
  }
}

function whenAborted(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act();
  else signal.addEventListener('abort', act, { once: true });
}
