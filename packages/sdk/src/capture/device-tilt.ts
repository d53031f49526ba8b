/** How the phone is held, from its sensors. */
export interface DeviceTilt {
  /** Degrees the camera looks down; 0 = at the horizon, positive = down. */
  readonly pitchDeg: number;
  /** Degrees the phone is turned clockwise about the viewing axis; 0 = upright. */
  readonly rollDeg: number;
}
