import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ViewProfile } from '../silhouette/index.ts';
import { loadBodyModel } from './load-body-model.ts';
import { readViews } from './read-views.ts';
import { levelIndex, SHAPE_VARIABLES, type CurveName } from './shape-variables.ts';
import { CAMERA, drawBody, renderView } from './testing/rendered-body.ts';

const model = loadBodyModel(new Uint8Array(readFileSync(new URL('../../artifacts/body/body.bin', import.meta.url))).buffer);
const body = drawBody(model, 'female', [0.5, -0.5]);
const FRONT = renderView(model, body, 'front');
const SIDE = renderView(model, body, 'side');
const KNOWN = { pitchRad: CAMERA.pitchRad, focal: CAMERA.focalPx / 1280 };

/** What the curve was drawn with at a level. */
const drawn = (curve: CurveName, share: number): number =>
  (body.variables[SHAPE_VARIABLES.curve(curve, levelIndex(share))] ?? NaN) + (model.sensors.full.curves[curve].bias[levelIndex(share)] ?? NaN);

const read = (front: ViewProfile[], side: ViewProfile[], known = { front: KNOWN, side: KNOWN }) =>
  readViews({ front, side }, body.statureCm, model.sensors.full.cameras, known);

describe('readViews', () => {
  it('reads the curves back that were drawn', () => {
    const { curves } = read([FRONT], [SIDE]);
    for (const share of [0.5, 0.55, 0.6, 0.65, 0.7, 0.74]) {
      for (const curve of ['width', 'back', 'front'] as const) {
        expect(Math.abs((curves[curve][levelIndex(share)] ?? NaN) - drawn(curve, share))).toBeLessThan(0.004);
      }
    }
  });

  it('reads the same body whichever way it looks', () => {
    const swap = (edges: Float32Array): Float32Array => edges.map((x) => 719 - x);
    const mirrored: ViewProfile = { ...SIDE, facing: 'left', leftPx: swap(SIDE.rightPx), rightPx: swap(SIDE.leftPx) };
    const [one, other] = [read([FRONT], [SIDE]), read([FRONT], [mirrored])];
    expect(other.curves.back[levelIndex(0.6)]).toBeCloseTo(one.curves.back[levelIndex(0.6)] ?? NaN, 6);
    expect(other.curves.depth[levelIndex(0.6)]).toBeCloseTo(one.curves.depth[levelIndex(0.6)] ?? NaN, 6);
  });

  it('a level that no frame saw is missing', () => {
    const blind: ViewProfile = { ...FRONT, rightPx: FRONT.rightPx.map(() => NaN) };
    expect(read([blind], [SIDE]).curves.width.every(Number.isNaN)).toBe(true);
  });

  it('takes medians over frames: one jumped frame of five changes nothing', () => {
    const jumped: ViewProfile = { ...FRONT, rightPx: FRONT.rightPx.map((x) => x + 50) };
    const [clean, spoiled] = [read([FRONT], [SIDE]), read([FRONT, FRONT, jumped, FRONT, FRONT], [SIDE])];
    expect(spoiled.curves.width[levelIndex(0.6)]).toBeCloseTo(clean.curves.width[levelIndex(0.6)] ?? NaN, 9);
  });

  it('reads the distance of the shoulders in centimetres', () => {
    const { features } = read([FRONT], [SIDE]);
    const pxWide = FRONT.joints.left_shoulder.x - FRONT.joints.right_shoulder.x;
    expect(features.shoulderSpan).toBeCloseTo((pxWide * CAMERA.distanceCm) / CAMERA.focalPx, 0);
    expect(features.crotchHeight).toBeNaN();
  });
});
