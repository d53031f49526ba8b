import { describe, expect, it } from 'vitest';
import { moveCamera, placeIn, sourceHomography } from './move-camera.ts';
import { greyAt, greyImage } from './testing/grey-image.ts';

const STILL = { pitchDeg: 0, rollDeg: 0, focal: 1 };
/** A white dot on black. */
const dot = (x0: number, y0: number) => greyImage(41, 61, (x, y) => (x === x0 && y === y0 ? 255 : 0));

describe('moveCamera', () => {
  it('leaves the picture of a camera that stays', () => {
    const image = greyImage(7, 9, (x, y) => 20 * x + 3 * y);
    expect(moveCamera(image, STILL)).toEqual(image);
  });

  it('moves the contents right and down', () => {
    expect(greyAt(moveCamera(dot(10, 10), { ...STILL, shift: [4 / 61, 2 / 61] }), 14, 12)).toBe(255);
  });

  it('enlarges about the middle', () => {
    expect(greyAt(moveCamera(dot(25, 30), { ...STILL, scale: 2 }), 30, 30)).toBe(255);
  });

  it('turns the picture clockwise about the middle', () => {
    expect(greyAt(moveCamera(dot(20, 20), { ...STILL, rollDeg: 90 }), 30, 30)).toBeGreaterThan(250);
  });

  it('repeats the border where the first picture ends', () => {
    expect(greyAt(moveCamera(greyImage(9, 9, (x) => (x === 0 ? 200 : 0)), { ...STILL, shift: [3 / 9, 0] }), 1, 4)).toBe(200);
  });
});

describe('sourceHomography', () => {
  it('looks further down with a positive pitch, by the angle itself', () => {
    const h = sourceHomography({ pitchDeg: 10, rollDeg: 0, focal: 1.2 }, 721, 1281);
    const [x, y] = placeIn(h, 360, 640);
    expect(x).toBeCloseTo(360, 6);
    expect((Math.atan((y - 640) / (1.2 * 1281)) * 180) / Math.PI).toBeCloseTo(10, 6);
  });

  it('keeps straight lines through the middle upright under pitch alone', () => {
    const h = sourceHomography({ pitchDeg: -7, rollDeg: 0, focal: 1.2 }, 721, 1281);
    for (const y of [0, 300, 1280]) expect(placeIn(h, 360, y)[0]).toBeCloseTo(360, 6);
  });
});
