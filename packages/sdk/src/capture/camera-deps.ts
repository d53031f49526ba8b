import { takeCameraLease } from './camera-lease.ts';
import type { FrameSourceDeps } from './frame-source.ts';
import type { CameraPermission, WatchDeps } from './watch-camera.ts';

/** The browser as the camera sees it. */
export interface CameraDeps extends WatchDeps, FrameSourceDeps {
  /** Undefined on insecure pages and in old browsers. */
  readonly devices: Pick<MediaDevices, 'getUserMedia'> | undefined;
  readonly takeLease: () => (() => void) | undefined;
  /** Undefined where the screen cannot be kept on. */
  readonly wakeLock: Pick<WakeLock, 'request'> | undefined;
}

export function browserDeps(): CameraDeps {
  return {
    devices: navigator.mediaDevices,
    page: document,
    createBitmap: globalThis.createImageBitmap.bind(globalThis),
    ...('VideoFrame' in globalThis && { VideoFrame: globalThis.VideoFrame }),
    permission: browserPermission,
    takeLease: takeCameraLease,
    wakeLock: navigator.wakeLock,
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
