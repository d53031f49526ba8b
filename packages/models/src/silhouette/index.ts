export { traceView } from './trace-view.ts';
export { outlineOf } from './outline-of.ts';
export { midpoint } from './polyline.ts';
export { JOINT_NAMES, PROFILE_ROWS, rowYPx } from './view-profile.ts';
export type { JointName, LegProfile, PointPx, SilhouetteQuality, View, ViewProfile } from './view-profile.ts';
