/** Where a picture was taken from, in the plane through the body's middle. */
export interface Camera {
  /** Height of the lens above the floor. */
  readonly heightCm: number;
  /** Horizontal distance from the lens to the body's middle. */
  readonly distanceCm: number;
  /** How far the camera looks down; 0 = at the horizon. */
  readonly pitchRad: number;
  /** Focal length and middle of the picture. */
  readonly focalPx: number;
  readonly centreXPx: number;
  readonly centreYPx: number;
}

/** Height above the floor (cm) that row `yPx` sees at the body's middle, or `nearerCm` nearer to the camera. */
export function heightCmAt(camera: Camera, yPx: number, nearerCm = 0): number {
  const angle = Math.atan((camera.centreYPx - yPx) / camera.focalPx) - camera.pitchRad;
  return camera.heightCm + (camera.distanceCm - nearerCm) * Math.tan(angle);
}

/** The row (px) in which a point of this height appears. */
export function rowYPxOf(camera: Camera, heightCm: number, nearerCm = 0): number {
  const angle = Math.atan2(heightCm - camera.heightCm, camera.distanceCm - nearerCm) + camera.pitchRad;
  return camera.centreYPx - camera.focalPx * Math.tan(angle);
}

/** Centimetres across the picture that one pixel of row `yPx` covers at the body's middle. */
export function cmPerPxAt(camera: Camera, yPx: number): number {
  const rise = heightCmAt(camera, yPx) - camera.heightCm;
  const depthCm = camera.distanceCm * Math.cos(camera.pitchRad) - rise * Math.sin(camera.pitchRad);
  return depthCm / camera.focalPx;
}
