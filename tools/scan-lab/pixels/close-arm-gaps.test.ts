import { describe, expect, it } from 'vitest';
import { closeArmGaps } from './close-arm-gaps.ts';
import { bitMask, greyAt, greyImage } from './testing/grey-image.ts';

// An upright arm (columns 10-19, grey 100) beside a trunk (from column 30, grey 50) before a wall of 200.
const isArm = (x: number): boolean => x >= 10 && x < 20;
const isTrunk = (x: number): boolean => x >= 30 && x < 70;
const MASK = bitMask(100, 100, (x) => isArm(x) || isTrunk(x));
const IMAGE = greyImage(100, 100, (x) => (isArm(x) ? 100 : isTrunk(x) ? 50 : 200));
const ARM = { shoulder: [0.15, 0.2], elbow: [0.15, 0.4], wrist: [0.15, 0.8], trunk: [[0.5, 0.2], [0.5, 0.5]], reach: 0.5 } as const;

describe('closeArmGaps', () => {
  it('paints the gap with the colour of the arm, as far down as it reaches', () => {
    const closed = closeArmGaps(IMAGE, MASK, [ARM]);
    for (let x = 20; x < 30; x++) expect(greyAt(closed, x, 45)).toBe(100);
    expect(greyAt(closed, 25, 55)).toBe(200);
    expect(greyAt(closed, 25, 15)).toBe(200);
    expect([greyAt(closed, 5, 45), greyAt(closed, 50, 45)]).toEqual([200, 50]);
  });

  it('works towards the left too', () => {
    const mirror = (values: readonly [number, number]): [number, number] => [0.99 - values[0], values[1]];
    const mask = bitMask(100, 100, (x) => isArm(99 - x) || isTrunk(99 - x));
    const image = greyImage(100, 100, (x) => (isArm(99 - x) ? 100 : isTrunk(99 - x) ? 50 : 200));
    const arm = { ...ARM, shoulder: mirror(ARM.shoulder), elbow: mirror(ARM.elbow), wrist: mirror(ARM.wrist), trunk: [mirror(ARM.trunk[0]), mirror(ARM.trunk[1])] } as const;
    expect(greyAt(closeArmGaps(image, mask, [arm]), 74, 45)).toBe(100);
  });

  it('leaves the picture where arm and trunk are one, or the arm is not in the mask', () => {
    expect(closeArmGaps(IMAGE, bitMask(100, 100, () => true), [ARM])).toEqual(IMAGE);
    expect(closeArmGaps(IMAGE, bitMask(100, 100, () => false), [ARM])).toEqual(IMAGE);
  });
});
