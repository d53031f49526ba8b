import { JOINT_NAMES, PROFILE_ROWS, rowYPx, type JointName, type PointPx, type View, type ViewProfile } from '../../silhouette/index.ts';
import type { Sex } from '../body-estimate.ts';
import type { BodyModel } from '../body-model.ts';
import { cmPerPxAt, heightCmAt, rowYPxOf, type Camera } from '../camera.ts';
import { cell } from '../linear-algebra.ts';
import type { MeasurementName } from '../measurement-name.ts';
import { LEVEL_COUNT, levelOf, SHAPE_VARIABLES, type CurveName } from '../shape-variables.ts';

/** A body drawn from the shape model, so that its true measurements are known. */
export interface DrawnBody {
  readonly statureCm: number;
  readonly sex: Sex;
  readonly massKg: number;
  readonly variables: Float64Array;
}

/** The body with these factors (standard normal; missing ones are 0). */
export function drawBody(model: BodyModel, sex: Sex, z: readonly number[]): DrawnBody {
  const { mean, factor } = model.shape[sex];
  const variables = mean.map((value, i) => z.reduce((sum, score, k) => sum + score * cell(factor, i, k), value));
  return { sex, variables, statureCm: Math.exp(variables[SHAPE_VARIABLES.stature] ?? NaN), massKg: Math.exp(variables[SHAPE_VARIABLES.mass] ?? NaN) };
}

export function trueCm(body: DrawnBody, name: MeasurementName): number {
  return body.statureCm * Math.exp(body.variables[SHAPE_VARIABLES.measurement(name)] ?? NaN);
}

/** Camera at chest height, looking down a little. */
export const CAMERA: Camera = { heightCm: 105, distanceCm: 290, pitchRad: 0.07, focalPx: 1430, centreXPx: 359.5, centreYPx: 639.5 };

/** What a perfect tracer would see of the body: profiles with the sensors' known bias on them. */
export function renderView(model: BodyModel, body: DrawnBody, view: View, camera: Camera = CAMERA): ViewProfile {
  const { aboveCrownCm, footNearer } = model.sensors.full.cameras[view];
  const extent = { topYPx: rowYPxOf(camera, body.statureCm + aboveCrownCm), bottomYPx: rowYPxOf(camera, 0, footNearer * body.statureCm) };
  const rows = Array.from({ length: PROFILE_ROWS }, (_, i) => edges(model, body, view, camera, rowYPx(extent, i)));
  return {
    view, ...extent, frameWidthPx: 720, frameHeightPx: 1280, facing: 'right',
    leftPx: Float32Array.from(rows, ([left]) => left), rightPx: Float32Array.from(rows, ([, right]) => right),
    legs: { crotchYPx: NaN, widthPx: Float32Array.from({ length: PROFILE_ROWS }, (_, i) => ankleWidthPx(model, body, camera, rowYPx(extent, i))) },
    joints: joints(model, body, view, camera),
    quality: { sharpness: 0.9, borderContact: 0, armsTouching: 0, hair: 0, headVisible: true, feetVisible: true },
  };
}

/** Legs as wide as the body's ankles where the feature looks for them; NaN above. */
function ankleWidthPx(model: BodyModel, body: DrawnBody, camera: Camera, yPx: number): number {
  const sensor = model.sensors.full.features.ankleWidth;
  if (sensor === undefined || heightCmAt(camera, yPx) > 0.13 * body.statureCm) return NaN;
  const widthCm = body.statureCm * Math.exp(sensor.offset + sensor.slope * (body.variables[SHAPE_VARIABLES.ankle] ?? NaN));
  return widthCm / cmPerPxAt(camera, yPx);
}

function edges(model: BodyModel, body: DrawnBody, view: View, camera: Camera, yPx: number): readonly [number, number] {
  const share = heightCmAt(camera, yPx) / body.statureCm;
  const px = (statures: number): number => camera.centreXPx + (statures * body.statureCm) / cmPerPxAt(camera, yPx);
  if (view === 'side') return [px(curveAt(model, body, 'back', share)), px(curveAt(model, body, 'front', share))];
  const half = Math.exp(curveAt(model, body, 'width', share)) / 2;
  return [px(-half), px(half)];
}

/** A curve of the body with the sensor's bias, between the levels; NaN outside them. */
function curveAt(model: BodyModel, body: DrawnBody, curve: CurveName, share: number): number {
  const place = (share - levelOf(0)) / 0.01;
  const low = Math.floor(place);
  if (low < 0 || low + 1 >= LEVEL_COUNT) return NaN;
  const at = (level: number): number => (body.variables[SHAPE_VARIABLES.curve(curve, level)] ?? NaN) + (model.sensors.full.curves[curve].bias[level] ?? NaN);
  return at(low) + (place - low) * (at(low + 1) - at(low));
}

const HEIGHT_OF: readonly (readonly [RegExp, number])[] = [[/ear|nose/, 0], [/shoulder/, 1], [/hip/, 2], [/knee/, 3], [/ankle|heel|foot/, 4], [/elbow/, 2], [/wrist/, 2]];

function joints(model: BodyModel, body: DrawnBody, view: View, camera: Camera): Record<JointName, PointPx> {
  const { mean } = model.sensors.full.cameras[view].joints;
  return Object.fromEntries(JOINT_NAMES.map((name) => {
    const index = HEIGHT_OF.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
    const out = view === 'side' || name === 'nose' ? 0 : (name.startsWith('left') ? 1 : -1) * (name.includes('shoulder') ? 75 : 45);
    return [name, { x: camera.centreXPx + out, y: rowYPxOf(camera, (mean[index] ?? NaN) * body.statureCm) }];
  })) as Record<JointName, PointPx>;
}
