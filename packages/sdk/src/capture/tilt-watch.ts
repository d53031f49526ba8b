import type { CameraFacing } from './camera-session.ts';
import type { DeviceTilt } from './device-tilt.ts';

/** Listens to how the device is held. */
export interface TiltWatch {
  /** The latest tilt; undefined before the first reading and where there is no sensor. */
  latest(): DeviceTilt | undefined;
  close(): void;
}

export type OpenTilt = (facing: CameraFacing) => Promise<TiltWatch>;
