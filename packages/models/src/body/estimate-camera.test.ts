import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowYPxOf } from './camera.ts';
import { estimateCamera, jointHeights } from './estimate-camera.ts';
import { CAMERA, drawBody, renderView } from './testing/rendered-body.ts';
import { loadBodyModel } from './load-body-model.ts';

const model = loadBodyModel(new Uint8Array(readFileSync(new URL('../../artifacts/body/body.bin', import.meta.url))).buffer);
const body = drawBody(model, 'female', []);
const prior = model.sensors.full.cameras.front;
const FOCAL = CAMERA.focalPx / 1280;

describe('estimateCamera', () => {
  it.each([-0.05, 0, 0.07, 0.2])('with pitch %f and focal length known it finds distance and height', (pitchRad) => {
    const camera = { ...CAMERA, pitchRad };
    const found = estimateCamera(renderView(model, body, 'front', camera), body.statureCm, prior, { pitchRad, focal: FOCAL });
    expect(found.distanceCm).toBeCloseTo(290, 4);
    expect(found.heightCm).toBeCloseTo(105, 4);
  });

  it.each([0, 0.07, 0.15])('finds a pitch of %f from where the joints appear', (pitchRad) => {
    const found = estimateCamera(renderView(model, body, 'front', { ...CAMERA, pitchRad }), body.statureCm, prior, { focal: FOCAL });
    expect(Math.abs(found.pitchRad - pitchRad)).toBeLessThan(0.04);
  });

  it('puts levels within a centimetre without knowing pitch or focal length', () => {
    for (const focalPx of [1250, 1430, 1600]) {
      const camera = { ...CAMERA, focalPx, distanceCm: (290 * focalPx) / 1430 };
      const found = estimateCamera(renderView(model, body, 'front', camera), body.statureCm, prior);
      for (const heightCm of [0.5, 0.6, 0.72].map((share) => share * body.statureCm)) {
        const cmPerPx = found.distanceCm / found.focalPx;
        expect(Math.abs(rowYPxOf(found, heightCm) - rowYPxOf(camera, heightCm)) * cmPerPx).toBeLessThan(1.2);
      }
    }
  });

  it('reads the joints back at the heights they were drawn', () => {
    const heights = jointHeights(renderView(model, body, 'front'), CAMERA, body.statureCm);
    heights.forEach((height, i) => expect(height).toBeCloseTo(prior.joints.mean[i] ?? NaN, 6));
  });
});
