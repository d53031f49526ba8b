import type { BodyZone } from '@vua/models/contracts';
import { type PathPoint, smoothPath } from './smooth-path.ts';

/** The figure's box; x = 0 is the middle of the body. */
export const FIGURE_BOX = { x: -84, y: 0, width: 168, height: 500 } as const;

// The right half, from the neck round the arm and the leg to the crotch. A corner ends each run. It reaches over the middle, or a seam would show.
const RUNS: readonly (readonly PathPoint[])[] = [
  [[-0.6, 44], [7, 46], [7.5, 62], [10, 73], [22, 80], [36, 86], [43, 98], [46, 122], [50, 150], [54, 176], [60, 206], [64, 224], [67, 238], [66, 252], [62, 256]],
  [[62, 256], [58, 240], [55, 222], [48, 196], [42, 172], [38, 148], [34, 122]],
  [[34, 122], [32, 140], [27.5, 160], [25.5, 174], [28, 190], [34, 208], [37.5, 228], [37.5, 252], [35, 286], [30, 326], [26.5, 356], [27.5, 384], [26, 408], [20, 446], [17.5, 470], [20, 482], [21, 490], [10, 491], [8.5, 480]],
  [[8.5, 480], [9.5, 462], [9, 436], [7.5, 408], [8.5, 384], [8, 358], [6, 322], [3.5, 286], [1.5, 256], [-0.6, 250]],
];

const half = (side: 1 | -1): string => {
  const runs = RUNS.map((run) => run.map(([x, y]): PathPoint => [x * side, y]));
  const [x, y] = runs[0]?.[0] ?? [0, 0];
  return `M${x} ${y}${runs.map(smoothPath).join('')}Z`;
};

export const FIGURE_PATHS: readonly string[] = [half(1), half(-1)];
// From behind the neck down the back to the heel, and up the front; it looks to the right.
const PROFILE: readonly PathPoint[] = [
  [-6, 46], [-7, 62], [-14, 80], [-20, 102], [-19, 126], [-14, 150], [-11, 172], [-16, 200], [-23, 228], [-19, 252], [-12, 286], [-9, 326],
  [-10, 358], [-15, 388], [-13, 420], [-8, 458], [-9, 478], [-10, 489], [6, 491], [25, 490], [22, 484], [8, 475], [4, 456], [6, 420], [4, 390],
  [8, 356], [13, 320], [17, 280], [17, 240], [15, 212], [13, 192], [13, 172], [16, 150], [22, 128], [18, 106], [10, 90], [6, 75], [6, 60], [8, 46],
];

export const PROFILE_PATH = `M${PROFILE[0]?.join(' ') ?? ''}${smoothPath(PROFILE)}Z`;

export const HEAD = { x: 0, y: 33, radiusX: 15.5, radiusY: 20.5 } as const;

export type ZoneMark =
  /** A tape round the body: half-width, and how deep its front half hangs. */
  | { readonly kind: 'round'; readonly x: number; readonly y: number; readonly halfWidth: number; readonly sag: number }
  | { readonly kind: 'line'; readonly from: PathPoint; readonly to: PathPoint };

/** Where each zone lies on the figure. */
export const ZONE_MARKS: Readonly<Record<BodyZone, ZoneMark>> = {
  neck: { kind: 'round', x: 0, y: 68, halfWidth: 9, sag: 4 },
  shoulderBreadth: { kind: 'line', from: [-42, 94], to: [42, 94] },
  chest: { kind: 'round', x: 0, y: 124, halfWidth: 34, sag: 8 },
  upperArm: { kind: 'round', x: 43.5, y: 138, halfWidth: 7, sag: 3 },
  waist: { kind: 'round', x: 0, y: 173, halfWidth: 25.5, sag: 6 },
  waistNavel: { kind: 'round', x: 0, y: 190, halfWidth: 28, sag: 7 },
  hip: { kind: 'round', x: 0, y: 232, halfWidth: 37.5, sag: 8 },
  thigh: { kind: 'round', x: 19.5, y: 276, halfWidth: 16.5, sag: 5 },
  inseam: { kind: 'line', from: [0, 258], to: [0, 482] },
  armLength: { kind: 'line', from: [47, 94], to: [68, 232] },
  underbust: { kind: 'round', x: 0, y: 142, halfWidth: 31, sag: 7 },
  bustDifference: { kind: 'round', x: 0, y: 124, halfWidth: 34, sag: 8 },
  stature: { kind: 'line', from: [74, 12], to: [74, 491] },
};
