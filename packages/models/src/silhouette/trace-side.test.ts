import { describe, expect, it } from 'vitest';
import type { PersonMask } from '../pose/index.ts';
import type { Arm, Figure } from './figure.ts';
import { traceSideRow } from './trace-side.ts';
import { JOINT_NAMES, type JointName, type PointPx } from './view-profile.ts';

/** Person between columns 80 and 120 on every row of a 200 x 400 frame. */
const MASK: PersonMask = {
  probability: Float32Array.from({ length: 200 * 400 }, (_, i) => Math.min(1, Math.max(0, Math.min((i % 200) - 80, 120 - (i % 200)) + 0.5))),
  widthPx: 200, heightPx: 400, frameToMask: [1, 0, 0, 0, 1, 0],
};

function figure(handX: number): Figure {
  const y = (name: JointName): number => (/nose|ear/.test(name) ? 20 : name.includes('shoulder') ? 80 : name.includes('hip') ? 200 : 380);
  const joints = Object.fromEntries(JOINT_NAMES.map((name) => [name, { x: 100, y: y(name) }])) as Record<JointName, PointPx>;
  const arm: Arm = { shoulder: { x: 100, y: 80 }, elbow: { x: 100, y: 140 }, wrist: { x: handX, y: 190 }, knuckles: { x: handX, y: 205 }, knuckleHalfSpanPx: 4 };
  return { joints, arms: [arm, arm] };
}

describe('traceSideRow', () => {
  it('finds back and belly beside an arm that hangs inside the outline', () => {
    const [left, right] = traceSideRow(MASK, figure(100), 120, 360);
    expect(left).toBeCloseTo(80, 0);
    expect(right).toBeCloseTo(120, 0);
  });

  it('leaves out the edge that a hand may form, not the other', () => {
    const [left, right] = traceSideRow(MASK, figure(118), 200, 360);
    expect(left).toBeCloseTo(80, 0);
    expect(right).toBeNaN();
  });

  it('takes the whole length of the fingers into account', () => {
    expect(traceSideRow(MASK, figure(118), 215, 360)[1]).toBeNaN();
    expect(traceSideRow(MASK, figure(118), 260, 360)[1]).toBeCloseTo(120, 0);
  });

  it('sees nothing above the ears', () => {
    expect(traceSideRow(MASK, figure(100), 10, 360)).toEqual([NaN, NaN]);
  });
});
