import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf } from './figure.ts';
import { rollOf } from './roll-of.ts';
import { stickFigurePose, type StickFigure } from './testing/stick-figure.ts';
import { uprightPose } from './upright-pose.ts';

const DEG = Math.PI / 180;
const FIGURE: StickFigure = { frameWidthPx: 260, frameHeightPx: 480, topPx: 40, heightPx: 400, centreXPx: 130, view: 'front', halfWidthPx: () => 30 };

/** Joints of a figure in a picture that is turned clockwise. */
function turnedJoints(degrees: number, centreXPx = 130) {
  return figureOf(uprightPose(stickFigurePose({ ...FIGURE, centreXPx }), -degrees * DEG).pose).joints;
}

const front = (degrees: number, centreXPx?: number): number => rollOf(turnedJoints(degrees, centreXPx), 'front', 'right') / DEG;

describe('rollOf', () => {
  it('finds a large turn to a degree, wherever the person stands', () => {
    fc.assert(fc.property(fc.double({ min: 6, max: 15, noNaN: true }), fc.boolean(), fc.integer({ min: 60, max: 200 }), (degrees, isLeft, centreXPx) => {
      const signed = isLeft ? -degrees : degrees;
      expect(Math.abs(front(signed, centreXPx) - signed)).toBeLessThan(1.3);
    }));
  });

  it('takes a slant of a degree for a lean of the person', () => {
    expect(front(0)).toBeCloseTo(0, 9);
    expect(Math.abs(front(1))).toBeLessThan(0.15);
  });

  it('is odd, rises with the turn, never overshoots it and stays within 15 degrees', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 40, noNaN: true }), fc.double({ min: 0.01, max: 5, noNaN: true }), (degrees, more) => {
      expect(front(-degrees)).toBeCloseTo(-front(degrees), 6);
      expect(front(degrees + more)).toBeGreaterThanOrEqual(front(degrees) - 1e-9);
      expect(front(degrees)).toBeLessThanOrEqual(Math.min(degrees, 15.02) + 1e-9);
    }));
  });

  it('allows for the lean of people seen from the side, whichever way they look', () => {
    const leaning = turnedJoints(1.1);
    expect(Math.abs(rollOf(leaning, 'side', 'right'))).toBeLessThan(1e-5);
    expect(rollOf(leaning, 'side', 'left')).toBeGreaterThan(rollOf(leaning, 'front', 'left'));
    expect(rollOf(turnedJoints(-9), 'side', 'left')).toBeCloseTo(-rollOf(turnedJoints(9), 'side', 'right'), 9);
  });

  it('hardly follows one landmark that is wrong by a hand', () => {
    const joints = turnedJoints(8);
    const spoilt = { ...joints, left_knee: { ...joints.left_knee, x: joints.left_knee.x + 20 } };
    expect(Math.abs(rollOf(spoilt, 'front', 'right') - rollOf(joints, 'front', 'right')) / DEG).toBeLessThan(1);
  });
});
