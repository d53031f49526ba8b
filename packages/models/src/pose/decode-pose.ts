import type { BodyPose, Landmark, WorldLandmark } from './body-pose.ts';
import { LANDMARKER } from './constants.ts';
import { refineByHeatmap } from './heatmap.ts';
import type { PersonMask } from './person-mask.ts';
import type { LandmarkOutputs } from './pose-runtime.ts';
import { frameToGrid, gridToFrame, type Point, type Region } from './region.ts';
import { sigmoid } from './sigmoid.ts';

/** A pose and the two auxiliary points that place the next crop, in frame pixels. */
export interface DecodedPose {
  readonly pose: BodyPose;
  readonly auxiliary: readonly [centre: Point, onCircle: Point];
}

/** Reads the landmark network's outputs for the crop `region` of a frame. */
export function decodePose(outputs: LandmarkOutputs, region: Region, frameWidthPx: number, frameHeightPx: number): DecodedPose {
  const all = decodeLandmarks(outputs, region);
  const centre = all[LANDMARKER.auxiliaryCentre];
  const onCircle = all[LANDMARKER.auxiliaryScale];
  if (centre === undefined || onCircle === undefined) throw new Error(`landmark output holds ${all.length} points, expected ${LANDMARKER.pointCount}`);
  return {
    pose: {
      frameWidthPx,
      frameHeightPx,
      landmarks: all.slice(0, LANDMARKER.bodyPointCount),
      worldLandmarks: decodeWorld(outputs.world, region.rotationRad),
      score: outputs.score,
      ...(outputs.mask && { mask: decodeMask(outputs.mask, region) }),
    },
    auxiliary: [centre, onCircle],
  };
}

function decodeLandmarks({ points, heatmap }: LandmarkOutputs, region: Region): Landmark[] {
  const side = LANDMARKER.inputPx;
  const [a, b, c, d, e, f] = gridToFrame(region, 1);
  return Array.from({ length: points.length / LANDMARKER.valuesPerPoint }, (_, index) => {
    const at = index * LANDMARKER.valuesPerPoint;
    const [u, v] = refineByHeatmap(heatmap, index, (points[at] ?? 0) / side, (points[at + 1] ?? 0) / side);
    return {
      x: a * u + b * v + c,
      y: d * u + e * v + f,
      z: ((points[at + 2] ?? 0) / side) * region.sizePx,
      visibility: sigmoid(points[at + 3] ?? -100),
    };
  });
}

/** World points come in the crop's orientation: turn them back. */
function decodeWorld(world: Float32Array, rotationRad: number): WorldLandmark[] {
  const cos = Math.cos(rotationRad);
  const sin = Math.sin(rotationRad);
  return Array.from({ length: LANDMARKER.bodyPointCount }, (_, index) => {
    const [x = 0, y = 0, z = 0] = world.subarray(index * 3, index * 3 + 3);
    return { x: cos * x - sin * y, y: sin * x + cos * y, z };
  });
}

/** Beyond this the probability is 0 or 1 to three digits; most of the mask lies there, and an exponential each would take 1 ms. */
const SURE_LOGIT = 8;

function decodeMask(logits: Float32Array, region: Region): PersonMask {
  const probability = new Float32Array(logits.length);
  for (let k = 0; k < logits.length; k++) {
    const logit = logits[k] ?? -SURE_LOGIT;
    if (logit > -SURE_LOGIT) probability[k] = logit < SURE_LOGIT ? 1 / (1 + Math.exp(-logit)) : 1;
  }
  return { probability, widthPx: LANDMARKER.maskPx, heightPx: LANDMARKER.maskPx, frameToMask: frameToGrid(region, LANDMARKER.maskPx) };
}
