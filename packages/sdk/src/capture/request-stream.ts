import type { CameraFacing } from './camera-session.ts';

/**
 * What is asked for, the best first. Landscape sizes: a phone held upright turns them itself.
 * `resizeMode: none` keeps the browser from cropping a narrower camera to 16:9.
 */
const streamConstraints = (facing: CameraFacing): readonly MediaTrackConstraints[] => [
  { facingMode: { ideal: facing }, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 }, resizeMode: { ideal: 'none' } } as MediaTrackConstraints,
  { facingMode: { ideal: facing } },
  {},
];

/** Opens a video stream, asking for less when the device cannot give what was asked for. @throws whatever the browser throws. */
export async function requestStream(devices: Pick<MediaDevices, 'getUserMedia'>, facing: CameraFacing): Promise<MediaStream> {
  let refused: unknown;
  for (const constraints of streamConstraints(facing)) {
    try {
      return await devices.getUserMedia({ audio: false, video: Object.keys(constraints).length > 0 ? constraints : true });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'OverconstrainedError') throw error;
      refused = error;
    }
  }
  throw refused;
}
