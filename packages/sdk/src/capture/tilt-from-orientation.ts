import type { CameraFacing } from './camera-session.ts';
import type { DeviceTilt } from './device-tilt.ts';

/** A reading of the orientation sensor, degrees (https://www.w3.org/TR/orientation-event/, Z-X'-Y'' angles). The compass angle plays no part. */
export interface OrientationAngles {
  readonly betaDeg: number;
  readonly gammaDeg: number;
  /** `screen.orientation.angle`: 90 = the phone lies on its left side. */
  readonly screenAngleDeg: number;
}

const RADIANS = Math.PI / 180;

/** How the camera is held. Roll is undefined (0 is given) when the camera looks straight up or down. */
export function tiltFromOrientation({ betaDeg, gammaDeg, screenAngleDeg }: OrientationAngles, facing: CameraFacing): DeviceTilt {
  const beta = betaDeg * RADIANS;
  const gamma = gammaDeg * RADIANS;
  // The world's up in the phone's axes (x right, y top, z out of the screen): third row of Rz(alpha) Rx(beta) Ry(gamma).
  const up = { x: -Math.cos(beta) * Math.sin(gamma), y: Math.sin(beta), z: Math.cos(beta) * Math.cos(gamma) };
  const turn = screenAngleDeg * RADIANS;
  const upToRight = up.x * Math.cos(turn) - up.y * Math.sin(turn);
  const upToTop = up.x * Math.sin(turn) + up.y * Math.cos(turn);
  // The back camera looks along -z, the front camera along +z and so turns the other way round.
  const side = facing === 'environment' ? 1 : -1;
  return {
    pitchDeg: Math.asin(clampToUnit(side * up.z)) / RADIANS,
    rollDeg: Math.hypot(upToRight, upToTop) < 1e-6 ? 0 : Math.atan2(-side * upToRight, upToTop) / RADIANS,
  };
}

const clampToUnit = (value: number): number => Math.max(-1, Math.min(1, value));
