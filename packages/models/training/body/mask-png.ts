import { inflateSync } from 'node:zlib';

/** A decoded 1-bit mask: 1 = person. */
export interface BitMask {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: Uint8Array;
}

/** Decodes the masks of `people/`: PNG, 1 bit grey, not interlaced. Throws on any other PNG. */
export function decodeMaskPng(bytes: Buffer): BitMask {
  const widthPx = bytes.readUInt32BE(16);
  const heightPx = bytes.readUInt32BE(20);
  const [depth, colour, interlace] = [bytes[24], bytes[25], bytes[28]];
  if (depth !== 1 || colour !== 0 || interlace !== 0) throw new Error(`mask is not 1-bit grey: depth ${depth}, colour ${colour}, interlace ${interlace}`);
  const stride = Math.ceil(widthPx / 8);
  const rows = unfilter(inflateSync(Buffer.concat(dataChunks(bytes))), stride, heightPx);
  const bits = new Uint8Array(widthPx * heightPx);
  for (let i = 0; i < bits.length; i += 1) {
    const x = i % widthPx;
    const packed = rows[Math.floor(i / widthPx) * stride + (x >> 3)] as number;
    bits[i] = (packed >> (7 - (x & 7))) & 1;
  }
  return { widthPx, heightPx, bits };
}

function dataChunks(bytes: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

/** Undoes the five PNG row filters for one byte a pixel. */
function unfilter(raw: Buffer, stride: number, heightPx: number): Uint8Array {
  const rows = new Uint8Array(stride * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    const filter = raw[y * (stride + 1)] as number;
    for (let x = 0; x < stride; x += 1) {
      const left = x > 0 ? (rows[y * stride + x - 1] as number) : 0;
      const up = y > 0 ? (rows[(y - 1) * stride + x] as number) : 0;
      const corner = x > 0 && y > 0 ? (rows[(y - 1) * stride + x - 1] as number) : 0;
      rows[y * stride + x] = (raw[y * (stride + 1) + 1 + x] as number) + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
