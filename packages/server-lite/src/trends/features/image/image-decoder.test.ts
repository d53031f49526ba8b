import { EventEmitter } from 'node:events';
import { dominantColours } from '@vua/models/trend';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { encodePicture } from '../testing/encode-picture.ts';
import { type DecodeThread, type ImageDecoder, createImageDecoder } from './image-decoder.ts';

const decoders: ImageDecoder[] = [];
const open = (...[options]: Parameters<typeof createImageDecoder>): ImageDecoder => {
  const decoder = createImageDecoder(options);
  decoders.push(decoder);
  return decoder;
};
afterEach(async () => { for (const decoder of decoders.splice(0)) await decoder.close(); });

/** A lossless WebP of one red pixel. */
const WEBP = Uint8Array.from(Buffer.from('UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAfQ//73v/+BiOh/AAA=', 'base64'));

/** A thread that takes pictures and never answers. */
class StuckThread extends EventEmitter implements DecodeThread {
  ended = 0;
  postMessage(): void { this.emit('asked'); }
  terminate(): Promise<number> { this.ended += 1; return Promise.resolve(1); }
}

/** Claims a size that is not there. */
async function claiming(widthPx: number, heightPx: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await encodePicture(16);
  for (let at = 2; ; at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)) {
    if (((bytes[at + 1] ?? 0) & 0xfc) === 0xc0) return bytes.with(at + 5, heightPx >> 8).with(at + 6, heightPx & 255).with(at + 7, widthPx >> 8).with(at + 8, widthPx & 255);
  }
}

describe('the decoder of pictures', () => {
  it('unpacks JPEG, progressive or not, and WebP', async () => {
    const decoder = open();
    for (const isProgressive of [false, true]) expect(await decoder.decode(await encodePicture(64, isProgressive))).toMatchObject({ status: 'decoded', image: { widthPx: 64, heightPx: 64 } });
    expect(await decoder.decode(WEBP)).toMatchObject({ status: 'decoded', image: { widthPx: 1, heightPx: 1 } });
  });

  it('makes large ones smaller, of the same colours', async () => {
    const decoding = await open().decode(await encodePicture(600));
    if (decoding.status === 'refused') throw new Error(decoding.reason);
    const { rgba, widthPx, heightPx } = decoding.image;
    expect([widthPx, heightPx, rgba.length]).toEqual([256, 256, 256 * 256 * 4]);
    expect(dominantColours(rgba, widthPx, heightPx)).toMatchObject([{ attribute: 'colour:red' }]);
  });

  it('refuses a bomb by what its head claims', async () => {
    expect(await open().decode(await claiming(65_000, 65_000))).toEqual({ status: 'refused', reason: 'too-many-pixels' });
    expect(await open({ mostPixels: 100 }).decode(await encodePicture(16))).toEqual({ status: 'refused', reason: 'too-many-pixels' });
  });

  it('refuses thousands of scans', async () => {
    const bytes = await encodePicture(16, true);
    const scans = Uint8Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 0xff : 0xda));
    expect(await open().decode(Uint8Array.from([...bytes, ...scans]))).toEqual({ status: 'refused', reason: 'too-many-scans' });
  });

  it('refuses what is no picture', async () => {
    expect(await open().decode(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({ status: 'refused', reason: 'unknown-format' });
    expect(await open().decode(new Uint8Array())).toEqual({ status: 'refused', reason: 'unknown-format' });
    expect(await open().decode(Uint8Array.of(0xff, 0xd8, 0xff))).toEqual({ status: 'refused', reason: 'broken' });
  });

  it('ends a thread that takes too long, and goes on with a new one', async () => {
    const stuck = new StuckThread();
    const threads = [stuck, new StuckThread()];
    const decoder = open({ startThread: () => threads.shift() ?? stuck, timeUp: () => Promise.resolve() });
    const bytes = await encodePicture(16);
    expect(await decoder.decode(bytes)).toEqual({ status: 'refused', reason: 'too-slow' });
    expect(await decoder.decode(bytes)).toEqual({ status: 'refused', reason: 'too-slow' });
    expect([stuck.ended, threads.length]).toEqual([1, 0]);
  });

  it('answers on a thread that dies', async () => {
    const dying = new StuckThread();
    dying.once('asked', () => dying.emit('exit', 1));
    expect(await open({ startThread: () => dying, timeUp: () => new Promise(() => {}) }).decode(await encodePicture(16))).toEqual({ status: 'refused', reason: 'broken' });
  });

  it('answers on every damaged picture, and works afterwards', async () => {
    const decoder = open();
    const whole = await encodePicture(32, true);
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, value, isCut) => {
      const { status } = await decoder.decode(isCut ? whole.slice(0, at) : whole.with(at, value));
      expect(['decoded', 'refused']).toContain(status);
    }), { numRuns: 60 });
    expect((await decoder.decode(whole)).status).toBe('decoded');
  });

  it('closes twice', async () => {
    const decoder = open();
    await decoder.decode(await encodePicture(16));
    await decoder.close();
    await decoder.close();
    expect((await decoder.decode(await encodePicture(16))).status).toBe('decoded');
  });
});
