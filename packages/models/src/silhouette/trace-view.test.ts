import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleMask, type BodyPose, type RgbaImage } from '../pose/index.ts';
import { stickFigurePose, type StickFigure } from './testing/stick-figure.ts';
import { traceView } from './trace-view.ts';
import { uprightPose } from './upright-pose.ts';
import { PROFILE_ROWS, rowYPx, type ViewProfile } from './view-profile.ts';

const FIGURE: StickFigure = {
  frameWidthPx: 260, frameHeightPx: 480, topPx: 40, heightPx: 400, centreXPx: 130, view: 'front',
  halfWidthPx: (share) => 30 + 10 * Math.cos(6 * share),
};

function traced(figure: Partial<StickFigure> = {}): ViewProfile {
  const profile = traceView(stickFigurePose({ ...FIGURE, ...figure }), figure.view ?? 'front');
  if (profile === undefined) throw new Error('nothing traced');
  return profile;
}

/** The figure in a picture that is turned clockwise. */
function rolled(degrees: number, figure: Partial<StickFigure> = {}): ViewProfile {
  const profile = traceView(uprightPose(stickFigurePose({ ...FIGURE, ...figure }), (-degrees * Math.PI) / 180).pose, 'front');
  if (profile === undefined) throw new Error('nothing traced');
  return profile;
}

/** Width (px) at a share of the height. */
function widthAt(profile: ViewProfile, share: number): number {
  const i = Math.round(share * PROFILE_ROWS - 0.5);
  return (profile.rightPx[i] ?? NaN) - (profile.leftPx[i] ?? NaN);
}

describe('traceView', () => {
  it('gives an ellipse stack its widths back', () => {
    fc.assert(fc.property(fc.double({ min: 20, max: 34, noNaN: true }), fc.double({ min: 0, max: 6, noNaN: true }), (base, swing) => {
      const halfWidthPx = (share: number): number => base + swing * Math.cos(6 * share);
      const profile = traced({ halfWidthPx });
      for (const share of [0.25, 0.35, 0.45]) expect(Math.abs(widthAt(profile, share) - 2 * halfWidthPx(share))).toBeLessThan(0.6);
    }), { numRuns: 15 });
  });

  it('gives a rolled picture the widths of the level one', () => {
    const level = traced();
    fc.assert(fc.property(fc.double({ min: 5, max: 12, noNaN: true }), fc.boolean(), (degrees, isLeft) => {
      const profile = rolled(isLeft ? -degrees : degrees);
      expect(Math.abs(profile.bottomYPx - profile.topYPx - 400)).toBeLessThan(3);
      for (const share of [0.25, 0.35, 0.45]) expect(Math.abs(widthAt(profile, share) - widthAt(level, share))).toBeLessThan(1);
      expect(Math.abs(profile.joints.nose.x - level.joints.nose.x)).toBeLessThan(5);
      expect(profile.quality).toMatchObject({ headVisible: true, feetVisible: true, borderContact: 0 });
    }), { numRuns: 10 });
  });

  it('finds the edges of a rolled picture where the picture has them', () => {
    const turned = (halfWidthPx: number): BodyPose => uprightPose(stickFigurePose({ ...FIGURE, halfWidthPx: () => halfWidthPx }), (-9 * Math.PI) / 180).pose;
    const edges = (image?: RgbaImage): number[] => {
      const profile = traceView(turned(30), 'front', image) as ViewProfile;
      const row = Math.round(0.38 * PROFILE_ROWS);
      return [profile.leftPx[row] ?? NaN, profile.rightPx[row] ?? NaN];
    };
    const [[left = NaN, right = NaN], [sharpLeft = NaN, sharpRight = NaN]] = [edges(), edges(pictureOf(turned(32)))];
    expect(Math.abs(left - sharpLeft - 2)).toBeLessThan(0.7);
    expect(Math.abs(sharpRight - right - 2)).toBeLessThan(0.7);
  });

  it('says when the border of a rolled frame cuts head or feet', () => {
    const wide = { frameWidthPx: 400, centreXPx: 60, halfWidthPx: () => 20 };
    for (const topPx of [20, 60]) expect(rolled(0, { ...wide, topPx }).quality).toMatchObject({ headVisible: true, feetVisible: true });
    expect(rolled(-15, { ...wide, topPx: 60 }).quality.feetVisible).toBe(false);
    expect(rolled(15, { ...wide, topPx: 20 }).quality.headVisible).toBe(false);
  });

  it('finds head and feet to a pixel', () => {
    const profile = traced();
    expect(Math.abs(profile.topYPx - 40)).toBeLessThan(1);
    expect(Math.abs(profile.bottomYPx - 440)).toBeLessThan(1);
    expect(rowYPx(profile, 0)).toBeGreaterThan(profile.topYPx);
  });

  it('separates arms that hang clear of the trunk', () => {
    const profile = traced({ handsPx: 95, armHalfWidthPx: 6 });
    expect(widthAt(profile, 0.45)).toBeCloseTo(2 * FIGURE.halfWidthPx(0.45), 0);
    expect(profile.quality.armsTouching).toBeLessThan(0.3);
  });

  it('has no edge where an arm touches the trunk', () => {
    const profile = traced({ handsPx: 22, armHalfWidthPx: 8 });
    expect(widthAt(profile, 0.4)).toBeNaN();
    expect(profile.quality.armsTouching).toBeGreaterThan(0.3);
  });

  it('has no edge in a side view where the hand lies', () => {
    const free = traced({ view: 'side' });
    const hidden = traced({ view: 'side', handsPx: 25 });
    expect(widthAt(free, 0.5)).toBeCloseTo(2 * FIGURE.halfWidthPx(0.5), 0);
    expect(hidden.rightPx[Math.round(0.5 * PROFILE_ROWS)]).toBeNaN();
    expect(hidden.leftPx[Math.round(0.5 * PROFILE_ROWS)]).toBeCloseTo(130 - FIGURE.halfWidthPx(0.5), 0);
  });

  it('tells which way a person in a side view looks', () => {
    expect(traced({ view: 'side' }).facing).toBe('right');
  });

  it('says when head or feet are cut off', () => {
    expect(traced({ topPx: -20 }).quality.headVisible).toBe(false);
    expect(traced({ topPx: 100 }).quality.feetVisible).toBe(false);
    expect(traced().quality).toMatchObject({ headVisible: true, feetVisible: true, borderContact: 0 });
  });

  it('calls a sharp outline sharp and a washed-out one not', () => {
    const pose = stickFigurePose(FIGURE);
    expect(traced().quality.sharpness).toBeGreaterThan(0.9);
    expect(traceView(washedOut(pose), 'front')?.quality.sharpness).toBeLessThan(0.3);
  });

  it('has nothing to say without a mask or without a person in it', () => {
    const { mask, ...bare } = stickFigurePose(FIGURE);
    expect(traceView(bare, 'front')).toBeUndefined();
    expect(mask && traceView({ ...bare, mask: { ...mask, probability: new Float32Array(mask.probability.length) } }, 'front')).toBeUndefined();
  });

  it('keeps neither image nor mask', () => {
    const profile = traced();
    const arrays = Object.values(profile).concat(Object.values(profile.legs)).filter((value) => ArrayBuffer.isView(value));
    expect(arrays.every((array) => (array as Float32Array).length === PROFILE_ROWS)).toBe(true);
  });
});

/** A light person before a dark wall. */
function pictureOf({ mask, frameWidthPx: widthPx, frameHeightPx: heightPx }: BodyPose): RgbaImage {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let i = 0; i < widthPx * heightPx; i += 1) data.fill(mask ? 255 * sampleMask(mask, i % widthPx, Math.floor(i / widthPx)) : 0, 4 * i, 4 * i + 3);
  return { data, widthPx, heightPx };
}

/** The same mask with its edges spread over forty pixels. */
function washedOut(pose: BodyPose): BodyPose {
  const { mask } = pose;
  if (mask === undefined) throw new Error('no mask');
  const probability = Float32Array.from(mask.probability, (_, i) => {
    let sum = 0;
    for (let dx = -20; dx <= 20; dx += 1) sum += mask.probability[i + dx] ?? 0;
    return sum / 41;
  });
  return { ...pose, mask: { ...mask, probability } };
}
