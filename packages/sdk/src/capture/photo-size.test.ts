import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { photoSize } from './photo-size.ts';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part)));

const big = (value: number, count: number): number[] => Array.from({ length: count }, (_, k) => (value >>> (8 * (count - 1 - k))) & 0xff);
const little = (value: number, count: number): number[] => big(value, count).toReversed();
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

const W = 300;
const H = 201;
const segment = (marker: number, length: number): number[] => [0xff, marker, ...big(length + 2, 2), ...zeros(length)];
const FRAME = [0xff, 0xc2, ...big(17, 2), 8, ...big(H, 2), ...big(W, 2), 3];

describe('photoSize', () => {
  it.each([
    ['PNG', bytesOf('\x89PNG\r\n\x1a\n', big(13, 4), 'IHDR', big(W, 4), big(H, 4))],
    ['JPEG, behind EXIF, tables and filling', bytesOf([0xff, 0xd8], segment(0xe1, 60_000), segment(0xe2, 65_000), segment(0xc4, 40), [0xff, 0xff], FRAME)],
    ['WebP, lossy', bytesOf('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), little(W, 2), little(H, 2))],
    ['WebP, lossless', bytesOf('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f], little((W - 1) | ((H - 1) << 14), 4))],
    ['WebP, extended', bytesOf('RIFF', zeros(4), 'WEBPVP8X', zeros(8), little(W - 1, 3), little(H - 1, 3), zeros(1))],
    ['GIF', bytesOf('GIF89a', little(W, 2), little(H, 2))],
    ['BMP from the top', bytesOf('BM', zeros(16), little(W, 4), little(-H, 4))],
  ])('%s', (_what, bytes) => {
    expect(photoSize(bytes)).toEqual({ widthPx: W, heightPx: H });
    expect(photoSize(bytes.subarray(0, 9))).toBeUndefined();
  });

  it.each([['nothing', bytesOf()], ['text', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>')], ['a JPEG without a frame', bytesOf([0xff, 0xd8], segment(0xe1, 4), [0x00])]])('%s has none', (_what, bytes) => {
    expect(photoSize(bytes)).toBeUndefined();
  });

  it('answers to any bytes behind any beginning', () => {
    const heads = fc.constantFrom('\x89PNG', '\xff\xd8\xff', 'RIFF0000WEBPVP8 ', 'RIFF0000WEBPVP8L', 'RIFF0000WEBPVP8X', 'GIF8', 'BM', '');
    fc.assert(fc.property(heads, fc.uint8Array({ maxLength: 80 }), (head, tail) => {
      const found = photoSize(bytesOf(head, [...tail]));
      expect(found === undefined || (found.widthPx >= 0 && found.heightPx >= 0)).toBe(true);
    }));
  });
});
