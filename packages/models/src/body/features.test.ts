import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowYPx, type ViewProfile } from '../silhouette/index.ts';
import { cmPerPxAt, heightCmAt, rowYPxOf } from './camera.ts';
import { frontFeatures } from './features.ts';
import { loadBodyModel } from './load-body-model.ts';
import { CAMERA, drawBody, renderView } from './testing/rendered-body.ts';

const model = loadBodyModel(new Uint8Array(readFileSync(new URL('../../artifacts/body/body.bin', import.meta.url))).buffer);
const body = drawBody(model, 'male', []);
const FRONT = renderView(model, body, 'front');

/** The front view with legs of a given width (cm) by height and a trunk of a given width. */
function dressed(legCm: (share: number) => number, trunkCm: (share: number) => number): ViewProfile {
  const at = (i: number, cm: (share: number) => number): number => {
    const y = rowYPx(FRONT, i);
    return cm(heightCmAt(CAMERA, y) / body.statureCm) / cmPerPxAt(CAMERA, y);
  };
  return {
    ...FRONT,
    leftPx: FRONT.leftPx.map((_, i) => 360 - at(i, trunkCm) / 2),
    rightPx: FRONT.rightPx.map((_, i) => 360 + at(i, trunkCm) / 2),
    legs: { crotchYPx: rowYPxOf(CAMERA, 80), widthPx: FRONT.legs.widthPx.map((_, i) => at(i, legCm)) },
  };
}

describe('frontFeatures', () => {
  it('reads heights of crotch and hips', () => {
    const features = frontFeatures(dressed(() => 15, () => 30), CAMERA, body.statureCm);
    expect(features.crotchHeight).toBeCloseTo(80, 6);
    expect(features.hipHeight).toBeCloseTo((model.sensors.full.cameras.front.joints.mean[2] ?? NaN) * body.statureCm, 6);
    expect(features.trunkSpan).toBeGreaterThan(40);
  });

  it('takes the widest calf and thigh and the narrowest neck', () => {
    const legs = (share: number): number => (share > 0.38 ? 16 + 20 * (share - 0.4) : 11 - 100 * (share - 0.215) ** 2);
    const neck = (share: number): number => 12 + 300 * (share - 0.85) ** 2;
    const { calfWidth, thighWidth, neckWidth } = frontFeatures(dressed(legs, neck), CAMERA, body.statureCm);
    expect(calfWidth).toBeCloseTo(11, 0);
    expect(Math.abs(thighWidth - legs(0.455))).toBeLessThan(0.4);
    expect(neckWidth).toBeCloseTo(12, 0);
  });

  it('is missing what was not seen', () => {
    const { calfWidth, thighWidth, crotchHeight } = frontFeatures(FRONT, CAMERA, body.statureCm);
    expect([calfWidth, thighWidth, crotchHeight]).toEqual([NaN, NaN, NaN]);
  });
});
