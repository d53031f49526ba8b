import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanReadings } from './clean-readings.ts';
import { curveReadings, type Reading } from './shape-evidence.ts';
import { LEVEL_COUNT, levelIndex, levelOf, SHAPE_VARIABLES, type CurveName } from './shape-variables.ts';
import { loadBodyModel } from './load-body-model.ts';

const model = loadBodyModel(new Uint8Array(readFileSync(new URL('../../artifacts/body/body.bin', import.meta.url))).buffer);
const shape = model.shape.female;

/** Readings of the mean body, with an error added level by level. */
function readings(curves: readonly CurveName[], error: (curve: CurveName, share: number) => number = () => 0): Reading[] {
  return curves.flatMap((curve) => {
    const sensor = model.sensors.full.curves[curve];
    const values = Array.from({ length: LEVEL_COUNT }, (_, i) =>
      (shape.mean[SHAPE_VARIABLES.curve(curve, i)] ?? NaN) + (sensor.bias[i] ?? NaN) + error(curve, levelOf(i)));
    return curveReadings(curve, values, sensor);
  });
}

function dropped(curves: readonly CurveName[], error?: (curve: CurveName, share: number) => number): (Reading & { kind: 'curve' })[] {
  const all = readings(curves, error);
  const kept = new Set(cleanReadings(shape, all, model.sensors.full.noise));
  return all.filter((reading) => !kept.has(reading)) as (Reading & { kind: 'curve' })[];
}

describe('cleanReadings', () => {
  it('keeps all rows of an ordinary body', () => {
    expect(dropped(['width', 'depth'])).toEqual([]);
    expect(dropped(['width', 'back', 'front'])).toEqual([]);
  });

  it('drops hair that hangs down the back, and nothing below it', () => {
    const hair = dropped(['width', 'back', 'front'], (curve, share) => (curve === 'back' && share > 0.66 ? -0.03 : 0));
    expect(hair.every((reading) => reading.curve === 'back')).toBe(true);
    expect(hair.filter((reading) => reading.level > levelIndex(0.67)).length).toBe(levelIndex(0.78) - levelIndex(0.67));
  });

  it('drops a hand before the belly and keeps the widths', () => {
    const hand = dropped(['width', 'back', 'front'], (curve, share) => (curve === 'front' && share > 0.555 && share < 0.605 ? 0.04 : 0));
    const wrong = hand.filter((reading) => reading.curve === 'front' && reading.level > levelIndex(0.555) && reading.level < levelIndex(0.605));
    expect(wrong.length).toBeGreaterThanOrEqual(3);
    expect(hand.every((reading) => reading.curve !== 'width')).toBe(true);
  });

  it('drops a stretch of the width that jumped', () => {
    const jump = dropped(['width', 'depth'], (curve, share) => (curve === 'width' && share > 0.695 && share < 0.745 ? 0.25 : 0));
    expect(jump.length).toBeGreaterThanOrEqual(4);
    expect(jump.every((reading) => reading.curve === 'width')).toBe(true);
  });
});
