import { describe, expect, it } from 'vitest';
import type { Affine, PersonMask } from '../pose/index.ts';
import { qualityOf, type TracedRows } from './quality-of.ts';
import { JOINT_NAMES, type JointName, type PointPx } from './view-profile.ts';

const FRAME = { widthPx: 100, heightPx: 200 };
const LEVEL: Affine = [1, 0, 0, 0, 1, 0];
const EXTENT = { topYPx: 20, bottomYPx: 180 };
const JOINTS = Object.fromEntries(JOINT_NAMES.map((name) => [name, { x: 50, y: name === 'nose' ? 30 : 170 }])) as Record<JointName, PointPx>;

/** Person between columns 30 and 70, edges soft over `softPx`. */
function maskOf(softPx: number): PersonMask {
  const at = (x: number): number => Math.min(1, Math.max(0, Math.min((x - 30) / softPx, (70 - x) / softPx) + 0.5));
  return { probability: Float32Array.from({ length: 100 * 200 }, (_, i) => at(i % 100)), widthPx: 100, heightPx: 200, frameToMask: [1, 0, 0, 0, 1, 0] };
}

function rows(left: (share: number) => number, right: (share: number) => number): TracedRows {
  const shares = Array.from({ length: 100 }, (_, i) => (i + 0.5) / 100);
  return { rowsPx: shares.map((share) => 20 + 160 * share), leftPx: shares.map(left), rightPx: shares.map(right) };
}

const GOOD = rows(() => 30, () => 70);

describe('qualityOf', () => {
  it('a sharp, whole, free-standing silhouette has nothing against it', () => {
    const narrowNeck = rows((share) => (share < 0.2 ? 45 : 30), (share) => (share < 0.2 ? 55 : 70));
    const neckMask = maskOf(1);
    const quality = qualityOf(neckMask, FRAME, EXTENT, JOINTS, narrowNeck, LEVEL);
    expect(quality).toMatchObject({ borderContact: 0, armsTouching: 0, hair: 0, headVisible: true, feetVisible: true });
  });

  it('sharpness falls as the edges spread', () => {
    const of = (softPx: number): number => qualityOf(maskOf(softPx), FRAME, EXTENT, JOINTS, GOOD, LEVEL).sharpness;
    expect(of(1)).toBeGreaterThan(0.95);
    expect(of(4)).toBeLessThan(0.6);
    expect(of(20)).toBeLessThan(0.15);
  });

  it('counts the rows that end at the sides of the frame', () => {
    expect(qualityOf(maskOf(1), FRAME, EXTENT, JOINTS, rows(() => 0, () => 70), LEVEL).borderContact).toBeCloseTo(0.5, 9);
  });

  it('counts trunk rows without both edges as touched by arms', () => {
    const half = rows((share) => (share < 0.375 ? NaN : 30), () => 70);
    expect(qualityOf(maskOf(1), FRAME, EXTENT, JOINTS, half, LEVEL).armsTouching).toBeCloseTo(0.5, 1);
  });

  it('calls neck rows that are wider than a neck hair', () => {
    expect(qualityOf(maskOf(1), FRAME, EXTENT, JOINTS, GOOD, LEVEL).hair).toBe(1);
  });

  it('sees heads and feet that leave the frame', () => {
    expect(qualityOf(maskOf(1), FRAME, { ...EXTENT, topYPx: 0 }, JOINTS, GOOD, LEVEL).headVisible).toBe(false);
    expect(qualityOf(maskOf(1), FRAME, { ...EXTENT, bottomYPx: 199 }, JOINTS, GOOD, LEVEL).feetVisible).toBe(false);
    const sunk = { ...JOINTS, left_ankle: { x: 50, y: 205 } };
    expect(qualityOf(maskOf(1), FRAME, EXTENT, sunk, GOOD, LEVEL).feetVisible).toBe(false);
  });

  it('of no seen row is worst, not an exception', () => {
    expect(qualityOf(maskOf(1), FRAME, EXTENT, JOINTS, rows(() => NaN, () => NaN), LEVEL)).toMatchObject({ sharpness: 0, borderContact: 1, armsTouching: 1 });
  });

  it('judges the borders of the frame, not those of the upright picture', () => {
    const head: Affine = [1, 0, 0, 0, 1, -18];
    expect(qualityOf(maskOf(1), FRAME, EXTENT, JOINTS, GOOD, head)).toMatchObject({ headVisible: false, feetVisible: true, borderContact: 0 });
    const foot: Affine = [1, 0, 0, 0, 1, 18];
    expect(qualityOf(maskOf(1), FRAME, EXTENT, JOINTS, GOOD, foot)).toMatchObject({ headVisible: true, feetVisible: false, borderContact: 0 });
    const aside: Affine = [1, 0, -29, 0, 1, 0];
    expect(qualityOf(maskOf(1), FRAME, EXTENT, JOINTS, GOOD, aside).borderContact).toBeCloseTo(0.5, 9);
  });

  it('sees one foot that a slanted border cuts', () => {
    const apart = { ...JOINTS, left_ankle: { x: 80, y: 170 }, right_ankle: { x: 20, y: 170 } };
    expect(qualityOf(maskOf(1), FRAME, EXTENT, apart, GOOD, LEVEL).feetVisible).toBe(true);
    const slanted: Affine = [1, 0, 0, 0.4, 1, -14];
    expect(qualityOf(maskOf(1), FRAME, EXTENT, apart, GOOD, slanted).feetVisible).toBe(false);
  });
});
