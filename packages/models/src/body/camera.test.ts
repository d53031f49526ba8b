import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cmPerPxAt, heightCmAt, rowYPxOf, type Camera } from './camera.ts';

const camera = (pitchRad: number): Camera => ({ heightCm: 110, distanceCm: 290, pitchRad, focalPx: 1400, centreXPx: 359.5, centreYPx: 639.5 });

describe('camera', () => {
  it('a row sees the height that is drawn into it', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.double({ min: -20, max: 30, noNaN: true }), (heightCm, pitch, nearerCm) => {
      expect(heightCmAt(camera(pitch), rowYPxOf(camera(pitch), heightCm, nearerCm), nearerCm)).toBeCloseTo(heightCm, 6);
    }));
  });

  it('a level camera sees its own height in the middle row', () => {
    expect(heightCmAt(camera(0), 639.5)).toBe(110);
    expect(cmPerPxAt(camera(0), 100)).toBeCloseTo(290 / 1400, 9);
  });

  it('looking down, what lies low is farther along the axis and so smaller in the picture', () => {
    const down = camera(0.15);
    expect(cmPerPxAt(down, rowYPxOf(down, 10))).toBeGreaterThan(cmPerPxAt(down, rowYPxOf(down, 160)));
  });
});
