import { KEYPOINT_NAMES, type BodyPose, type KeypointName, type PersonMask } from '../../pose/index.ts';

/** An ellipse stack: half-widths (px) of the trunk by share of the height from the top, and where everything stands. */
export interface StickFigure {
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly centreXPx: number;
  /** Half-width (px) of the trunk at a share (0-1) of the height from the top. */
  readonly halfWidthPx: (share: number) => number;
  /** How far (px) the hands hang from the middle; undefined: no arms. */
  readonly handsPx?: number;
  readonly armHalfWidthPx?: number;
  readonly view: 'front' | 'side';
}

/** Shares of the height from the top at which the joints lie. */
const JOINT_SHARE: Readonly<Record<string, number>> = { nose: 0.07, ear: 0.06, shoulder: 0.19, elbow: 0.37, wrist: 0.5, knuckle: 0.54, hip: 0.48, knee: 0.72, ankle: 0.95, heel: 0.97, foot: 0.98 };

const HALF_SPAN: Readonly<Record<string, number>> = { shoulder: 0.11, hip: 0.05, knee: 0.06, ankle: 0.07, heel: 0.07, foot: 0.07 };

/** A pose whose mask is the figure, with soft edges of one pixel. */
export function stickFigurePose(figure: StickFigure): BodyPose {
  return {
    frameWidthPx: figure.frameWidthPx,
    frameHeightPx: figure.frameHeightPx,
    landmarks: KEYPOINT_NAMES.map((name) => ({ ...place(figure, name), z: 0, visibility: 1 })),
    worldLandmarks: KEYPOINT_NAMES.map(() => ({ x: 0, y: 0, z: 0 })),
    mask: stickFigureMask(figure),
    score: 1,
  };
}

/** The person's left is at the picture's right in a front view; in a side view they look to the right. */
function place(figure: StickFigure, name: KeypointName): { x: number; y: number } {
  const part = partOf(name);
  const side = name.startsWith('left') ? 1 : name.startsWith('right') ? -1 : 0;
  const y = figure.topPx + (JOINT_SHARE[part] ?? 0.06) * figure.heightPx;
  if (figure.view === 'side') {
    const forward = part === 'foot' ? 0.06 : part === 'nose' ? 0.04 : isArm(part) ? (figure.handsPx ?? 0) / figure.heightPx : 0;
    return { x: figure.centreXPx + forward * figure.heightPx, y };
  }
  const out = isArm(part) ? armX(figure, y) - figure.centreXPx : (HALF_SPAN[part] ?? 0.02) * figure.heightPx;
  return { x: figure.centreXPx + side * out, y };
}

function partOf(name: KeypointName): string {
  if (/pinky|thumb|_index$/.test(name) && !name.includes('foot')) return 'knuckle';
  return ['nose', 'ear', 'shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle', 'heel', 'foot'].find((part) => name.includes(part)) ?? 'ear';
}

const isArm = (part: string): boolean => part === 'elbow' || part === 'wrist' || part === 'knuckle';

/** The right arm of the picture runs straight from the shoulder to the hand. */
function armX(figure: StickFigure, y: number): number {
  const t = (y - figure.topPx) / figure.heightPx;
  const from = 0.11 * figure.heightPx;
  const to = figure.handsPx ?? from;
  return figure.centreXPx + from + ((t - 0.19) / (0.54 - 0.19)) * (to - from);
}

function stickFigureMask(figure: StickFigure): PersonMask {
  const { frameWidthPx: widthPx, frameHeightPx: heightPx } = figure;
  const probability = new Float32Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) probability[y * widthPx + x] = coverage(figure, x, y);
  }
  return { probability, widthPx, heightPx, frameToMask: [1, 0, 0, 0, 1, 0] };
}

/** How much of the pixel is person, from the distance to the nearest edge. */
function coverage(figure: StickFigure, x: number, y: number): number {
  const share = (y - figure.topPx) / figure.heightPx;
  const ends = Math.min(y - figure.topPx, figure.topPx + figure.heightPx - y) + 0.5;
  const trunk = figure.halfWidthPx(Math.min(1, Math.max(0, share))) - Math.abs(x - figure.centreXPx) + 0.5;
  return clamp01(Math.min(ends, Math.max(trunk, armCoverage(figure, x, y, share))));
}

function armCoverage(figure: StickFigure, x: number, y: number, share: number): number {
  if (figure.handsPx === undefined || share < 0.19 || share > 0.58) return 0;
  const off = figure.view === 'front' ? Math.abs(x - figure.centreXPx) - (armX(figure, y) - figure.centreXPx) : x - figure.centreXPx - figure.handsPx;
  return (figure.armHalfWidthPx ?? 8) - Math.abs(off) + 0.5;
}

const clamp01 = (value: number): number => Math.min(1, Math.max(0, value));
