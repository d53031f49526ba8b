import type { View, ViewProfile } from '../silhouette/index.ts';
import type { Camera } from './camera.ts';
import { estimateCamera, type CameraPriors, type KnownCamera } from './estimate-camera.ts';
import { FEATURE_NAMES, frontFeatures, type FeatureName } from './features.ts';
import { medianCurve } from './median-curve.ts';
import { LEVEL_COUNT, type CurveName } from './shape-variables.ts';
import { edgeCurves } from './view-curves.ts';

/** The frames of both views; at least one each. */
export interface BodyViews {
  readonly front: readonly ViewProfile[];
  readonly side: readonly ViewProfile[];
}

/** What the frames say together: curves in the shape model's units (NaN = not seen) and features in cm. */
export interface ViewReadings {
  readonly curves: Readonly<Record<CurveName, Float64Array>>;
  readonly features: Readonly<Record<FeatureName, number>>;
}

/** Reads every frame with its own camera and takes medians over the frames. */
export function readViews(views: BodyViews, statureCm: number, priors: CameraPriors, known: Partial<Record<View, KnownCamera>> = {}): ViewReadings {
  const cameras = camerasOf(views, statureCm, priors, known);
  const front = views.front.map((profile, i) => edgeCurves(profile, cameras.front[i] as Camera, statureCm));
  const side = views.side.map((profile, i) => sideEdges(profile, cameras.side[i] as Camera, statureCm));
  const features = views.front.map((profile, i) => frontFeatures(profile, cameras.front[i] as Camera, statureCm));
  return {
    curves: {
      width: medianCurve(front.map(({ leftCm, rightCm }) => logSpan(leftCm, rightCm, statureCm))),
      depth: medianCurve(side.map(({ back, front: forward }) => logSpan(back, forward, 1))),
      back: medianCurve(side.map(({ back }) => back)),
      front: medianCurve(side.map(({ front: forward }) => forward)),
    },
    features: Object.fromEntries(FEATURE_NAMES.map((name) => [name, medianCurve(features.map((of) => Float64Array.of(of[name])))[0]])) as Record<FeatureName, number>,
  };
}

/** People hold a phone nearly alike for both views: where no sensor tells, the mean of the views' pitches is surer than each. */
function camerasOf(views: BodyViews, statureCm: number, priors: CameraPriors, known: Partial<Record<View, KnownCamera>>): Record<View, Camera[]> {
  const alone = (view: View): Camera[] => views[view].map((profile) => estimateCamera(profile, statureCm, priors[view], known[view]));
  const pitchRad = (medianOf(alone('front').map((camera) => camera.pitchRad)) + medianOf(alone('side').map((camera) => camera.pitchRad))) / 2;
  const together = (view: View): Camera[] => views[view].map((profile) => estimateCamera(profile, statureCm, priors[view], { pitchRad, ...known[view] }));
  return { front: together('front'), side: together('side') };
}

/** Back and front edge in statures, front positive, whichever way the person looks. */
function sideEdges(profile: ViewProfile, camera: Camera, statureCm: number): { back: Float64Array; front: Float64Array } {
  const { leftCm, rightCm } = edgeCurves(profile, camera, statureCm);
  const sign = profile.facing === 'right' ? 1 : -1;
  const [back, front] = sign === 1 ? [leftCm, rightCm] : [rightCm, leftCm];
  const share = (edges: Float64Array): Float64Array => edges.map((x) => (sign * x) / statureCm);
  return { back: share(back), front: share(front) };
}

function logSpan(from: Float64Array, to: Float64Array, unit: number): Float64Array {
  return Float64Array.from({ length: LEVEL_COUNT }, (_, i) => Math.log(((to[i] as number) - (from[i] as number)) / unit));
}

function medianOf(values: readonly number[]): number {
  return medianCurve(values.map((value) => Float64Array.of(value)))[0] as number;
}
