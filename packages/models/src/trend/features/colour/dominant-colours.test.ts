import { describe, expect, it } from 'vitest';
import { extendVocabulary, dominantColours } from '../../index.ts';

type Rgb = readonly [number, number, number];

/** 40 x 40, its middle of one colour or of two. */
function picture(background: Rgb, left: Rgb, right: Rgb = left, alpha = 255): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(40 * 40 * 4);
  for (let at = 0; at < 1600; at += 1) {
    const [x, y] = [at % 40, Math.floor(at / 40)];
    const isMiddle = x >= 10 && x < 30 && y >= 10 && y < 30;
    rgba.set([...(isMiddle ? (x < 20 ? left : right) : background), isMiddle ? 255 : alpha], at * 4);
  }
  return rgba;
}

const [WHITE, RED, NAVY, GREEN]: readonly [Rgb, Rgb, Rgb, Rgb] = [[250, 250, 250], [200, 25, 30], [20, 30, 62], [35, 130, 65]];

describe('the colours of a picture', () => {
  it('leave the background out', () => expect(dominantColours(picture(GREEN, RED), 40, 40)).toEqual([{ attribute: 'colour:red', share: 1 }]));

  it('come with their shares', () => {
    const colours = dominantColours(picture(WHITE, RED, NAVY), 40, 40);
    expect(colours.map(({ attribute }) => attribute).sort()).toEqual(['colour:navy', 'colour:red']);
    expect(colours.map(({ share }) => Math.round(share * 10))).toEqual([5, 5]);
  });

  it('are those of the background where the thing is of the same', () => expect(dominantColours(picture(WHITE, WHITE), 40, 40)).toEqual([{ attribute: 'colour:white', share: 1 }]));

  it('do not count what is transparent', () => expect(dominantColours(picture(GREEN, RED, RED, 0), 40, 40)).toEqual([{ attribute: 'colour:red', share: 1 }]));

  it('are none without pixels, or of transparent ones', () => {
    expect(dominantColours([], 0, 0)).toEqual([]);
    expect(dominantColours(new Uint8ClampedArray(400), 10, 10)).toEqual([]);
  });

  it('survive pictures of one pixel and of one line', () => {
    expect(dominantColours([200, 25, 30, 255], 1, 1)).toEqual([{ attribute: 'colour:red', share: 1 }]);
    expect(dominantColours(Uint8ClampedArray.from({ length: 400 }, (_, i) => [200, 25, 30, 255][i % 4] ?? 0), 100, 1)).toEqual([{ attribute: 'colour:red', share: 1 }]);
  });

  it('go by the names of the vocabulary given', () => {
    const reading = extendVocabulary({ attributes: [{ id: 'colour:brick', label: { vi: 'đỏ gạch', en: 'brick' }, swatch: '#c8191e' }] });
    expect(reading.status === 'extended' && dominantColours(picture(WHITE, RED), 40, 40, reading.vocabulary)).toEqual([{ attribute: 'colour:brick', share: 1 }]);
  });
});
