import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeMaskPng } from './mask-png.ts';

/** A 1-bit grey PNG of these bits with the same filter on every row; checksums are left empty, the decoder does not read them. */
function encode(bits: readonly number[], widthPx: number, filter: number): Buffer {
  const heightPx = bits.length / widthPx;
  const stride = Math.ceil(widthPx / 8);
  const packed = Array.from({ length: heightPx }, (_, y) => Array.from({ length: stride }, (__, b) =>
    Array.from({ length: 8 }, (___, k) => (8 * b + k < widthPx ? (bits[y * widthPx + 8 * b + k] ?? 0) << (7 - k) : 0)).reduce((sum, bit) => sum + bit, 0)));
  const rows = packed.map((row, y) => [filter, ...row.map((byte, x) => {
    const [left, up] = [row[x - 1] ?? 0, packed[y - 1]?.[x] ?? 0];
    const by = [0, left, up, (left + up) >> 1][filter] ?? 0;
    return (byte - by) & 255;
  })]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header[8] = 1;
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows.flat()))), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

it('decodes what was encoded, with every simple filter', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 }), fc.infiniteStream(fc.constantFrom(0, 1)), (width, height, filter, stream) => {
    const bits = [...stream.take(width * height)];
    const decoded = decodeMaskPng(encode(bits, width, filter));
    expect([decoded.widthPx, decoded.heightPx, [...decoded.bits]]).toEqual([width, height, bits]);
  }), { numRuns: 60 });
});

it('refuses other PNGs', () => {
  const png = encode([1], 1, 0);
  png[24] = 8;
  expect(() => decodeMaskPng(png)).toThrow('not 1-bit grey');
});
