export { openCamera } from './open-camera.ts';
export type { CameraFacing, CameraFrame, CameraOptions, CameraSession, OpenCamera, VideoSize } from './camera-session.ts';
export { openTilt } from './open-tilt.ts';
export type { OpenTilt, TiltWatch } from './tilt-watch.ts';
export type { DeviceTilt } from './device-tilt.ts';
export { PHOTO_LEAST_PX, PHOTO_LIMIT_PX, readPhoto } from './read-photo.ts';
export { scaledSize } from './scaled-size.ts';
