/**
 * What a scan or four answers can tell, all in centimetres.
 * Girths are tape girths (convex hull of the horizontal cut); definitions in `docs/measurements.md`.
 */
export const MEASUREMENT_NAMES = [
  'chest', 'waist', 'waistNavel', 'hip', 'neck', 'shoulderBreadth', 'upperArm', 'thigh', 'calf', 'wrist',
  'inseam', 'armLength', 'torsoLength', 'backWaistLength',
] as const;

/** `waist` is the natural waist (narrowest), `waistNavel` the girth at the navel. */
export type MeasurementName = (typeof MEASUREMENT_NAMES)[number];
