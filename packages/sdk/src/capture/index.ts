export { openCamera } from './open-camera.ts';
export type { CameraFacing, CameraFrame, CameraSession, OpenCamera, VideoSize } from './camera-session.ts';
export { openTilt } from './open-tilt.ts';
export type { OpenTilt, TiltWatch } from './tilt-watch.ts';
export type { DeviceTilt } from './device-tilt.ts';
export { readPhoto } from './read-photo.ts';
