import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonMask } from '../pose/index.ts';
import type { Arm, Figure } from './figure.ts';
import { traceFrontRow } from './trace-front.ts';
import { JOINT_NAMES, type JointName, type PointPx } from './view-profile.ts';

const Y = 50;

/** One row of a mask: spans of person, with edges soft over two pixels. */
function rowOf(spans: readonly (readonly [number, number])[], widthPx = 200): PersonMask {
  const value = (x: number): number => Math.max(0, ...spans.map(([from, to]) => Math.min(1, (x - from) / 2 + 0.5, (to - x) / 2 + 0.5)));
  return { probability: Float32Array.from({ length: widthPx * 100 }, (_, i) => Math.min(1, Math.max(0, value(i % widthPx)))), widthPx, heightPx: 100, frameToMask: [1, 0, 0, 0, 1, 0] };
}

/** A figure whose trunk's middle is at x = 100 and whose arms hang straight down at the given columns. */
function figure(leftArmX: number, rightArmX: number): Figure {
  const joints = Object.fromEntries(JOINT_NAMES.map((name) => [name, { x: 100, y: heightOf(name) }])) as Record<JointName, PointPx>;
  return { joints, arms: [arm(leftArmX), arm(rightArmX)] };
}

function heightOf(name: JointName): number {
  if (/nose|ear/.test(name)) return 0;
  if (name.includes('shoulder')) return 20;
  return /hip/.test(name) ? 70 : 90;
}

const arm = (x: number): Arm => ({ shoulder: { x, y: 20 }, elbow: { x, y: 45 }, wrist: { x, y: 70 }, knuckles: { x, y: 75 }, knuckleHalfSpanPx: 3 });

describe('traceFrontRow', () => {
  it('finds both edges of the trunk between the arms', () => {
    fc.assert(fc.property(fc.double({ min: 70, max: 80, noNaN: true }), fc.double({ min: 120, max: 130, noNaN: true }), (left, right) => {
      const [foundLeft, foundRight] = traceFrontRow(rowOf([[left, right], [45, 60], [140, 155]]), figure(52, 148), Y, 90);
      expect(Math.abs(foundLeft - left)).toBeLessThan(0.3);
      expect(Math.abs(foundRight - right)).toBeLessThan(0.3);
    }));
  });

  it('has no edge on the side where the arm touches, and keeps the other', () => {
    const [left, right] = traceFrontRow(rowOf([[45, 130], [140, 155]]), figure(52, 148), Y, 90);
    expect(left).toBeNaN();
    expect(right).toBeCloseTo(130, 0);
  });

  it('needs real background between trunk and arm', () => {
    const mask = rowOf([[70, 130]]);
    for (let x = 45; x < 72; x += 1) mask.probability[Y * 200 + x] = 0.7;
    expect(traceFrontRow(mask, figure(52, 148), Y, 90)[0]).toBeNaN();
  });

  it('does not reach beyond its limit', () => {
    const noArms = figure(100, 100);
    expect(traceFrontRow(rowOf([[20, 180]]), noArms, Y, 60)).toEqual([NaN, NaN]);
  });

  it('sees nothing where the middle is background or off the trunk line', () => {
    expect(traceFrontRow(rowOf([[10, 40]]), figure(52, 148), Y, 90)).toEqual([NaN, NaN]);
    expect(traceFrontRow(rowOf([[70, 130]]), figure(52, 148), 99, 90)).toEqual([NaN, NaN]);
  });
});
