/**
 * Shapes, units and ranges of the two BlazePose networks (MediaPipe `pose_detection` and `pose_landmark_*`).
 * Source: MediaPipe `modules/pose_detection/pose_detection_cpu.pbtxt` and `modules/pose_landmark/*.pbtxt`.
 */
export const DETECTOR = {
  /** Input is [1, 224, 224, 3], RGB in -1..1, letterboxed with black. */
  inputPx: 224,
  /** Two anchors for each of the five layers' cells. */
  strides: [8, 16, 32, 32, 32],
  anchorsPerCell: 2,
  anchorCount: 2254,
  /** x, y, width, height, then four points x, y. */
  valuesPerBox: 12,
  /** Probability below which a box is no person. */
  minScore: 0.5,
  /** Overlap above which two boxes are one person. */
  nmsOverlap: 0.3,
} as const;

export const LANDMARKER = {
  /** Input is [1, 256, 256, 3], RGB in 0..1. */
  inputPx: 256,
  /** 33 body points, 2 auxiliary points that give the next crop, 4 unused. */
  pointCount: 39,
  bodyPointCount: 33,
  auxiliaryCentre: 33,
  auxiliaryScale: 34,
  /** x, y, z in crop pixels, visibility logit, presence logit. */
  valuesPerPoint: 5,
  maskPx: 256,
  heatmapPx: 64,
  /** Probability below which the crop holds no person. */
  minScore: 0.5,
} as const;
