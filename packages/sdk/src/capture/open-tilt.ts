import type { CameraFacing } from './camera-session.ts';
import type { DeviceTilt } from './device-tilt.ts';
import { tiltFromOrientation } from './tilt-from-orientation.ts';
import type { TiltWatch } from './tilt-watch.ts';

export interface TiltDeps {
  readonly target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** Only iOS has it, and only answers it within a press. */
  readonly requestPermission: (() => Promise<string>) | undefined;
  readonly screenAngleDeg: () => number;
}

/** Listens to the orientation sensor. Where there is none, or the shopper refuses, `latest` stays undefined. */
export async function openTilt(facing: CameraFacing, deps: TiltDeps = browserDeps()): Promise<TiltWatch> {
  let latest: DeviceTilt | undefined;
  const onReading = (event: Event): void => {
    const { beta, gamma } = event as DeviceOrientationEvent;
    // Desktops fire one event without angles.
    if (beta === null || gamma === null) return;
    latest = tiltFromOrientation({ betaDeg: beta, gammaDeg: gamma, screenAngleDeg: deps.screenAngleDeg() }, facing);
  };
  if (await isAllowed(deps.requestPermission)) deps.target.addEventListener('deviceorientation', onReading);
  return {
    latest: () => latest,
    close: () => deps.target.removeEventListener('deviceorientation', onReading),
  };
}

async function isAllowed(request: TiltDeps['requestPermission']): Promise<boolean> {
  if (!request) return true;
  try {
    return (await request()) === 'granted';
  } catch {
    return false;
  }
}

function browserDeps(): TiltDeps {
  const sensor = globalThis.DeviceOrientationEvent as { requestPermission?: () => Promise<string> } | undefined;
  return {
    target: window,
    requestPermission: sensor?.requestPermission?.bind(sensor),
    screenAngleDeg: () => screen.orientation?.angle ?? 0,
  };
}
