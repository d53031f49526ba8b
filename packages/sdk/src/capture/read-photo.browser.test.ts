import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { type ServedPage, servePage } from '../testing/serve-page.ts';
import type { readPhoto } from './read-photo.ts';

declare global {
  interface Window {
    photoLab: { readPhoto: typeof readPhoto; codeOf(work: Promise<unknown>): Promise<string> };
  }
}

const SOURCE = `
  import { readPhoto } from './read-photo.ts';
  window.photoLab = { readPhoto, codeOf: (work) => work.then(() => 'ok', (error) => error.code ?? String(error)) };
`;

let served: ServedPage;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await servePage(SOURCE, import.meta.url);
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto(served.url);
  await page.waitForFunction(() => 'photoLab' in window);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

it('reads photos: upright, reduced, and refuses what is none', async () => {
  const read = await page.evaluate(async () => {
    const { readPhoto, codeOf } = window.photoLab;
    const jpeg = async (widthPx: number, heightPx: number): Promise<Blob> => {
      const canvas = new OffscreenCanvas(widthPx, heightPx);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = 'red';
      context.fillRect(0, 0, widthPx, heightPx / 4);
      return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    };
    // EXIF orientation 6: the camera lay on its side, turn it clockwise.
    const exif = Uint8Array.of(0xff, 0xe1, 0, 34, ...new TextEncoder().encode('Exif\0\0'), 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0);
    const turned = async (file: Blob): Promise<Blob> => new Blob([file.slice(0, 2), exif, file.slice(2)]);
    const size = async (file: Blob): Promise<string> => {
      const image = await readPhoto(file);
      const text = `${image.width}x${image.height}`;
      image.close();
      return text;
    };
    return {
      plain: await size(await jpeg(720, 1280)),
      large: await size(await jpeg(3000, 4000)),
      sideways: await size(await turned(await jpeg(1280, 720))),
      small: await codeOf(readPhoto(await jpeg(300, 400))),
      text: await codeOf(readPhoto(new Blob(['not a photo'], { type: 'image/jpeg' }))),
      empty: await codeOf(readPhoto(new Blob([]))),
      heic: await codeOf(readPhoto(new Blob([Uint8Array.of(0, 0, 0, 24), 'ftypheic', new Uint8Array(64)]))),
    };
  });
  expect(read).toEqual({
    plain: '720x1280', large: '1440x1920', sideways: '720x1280', small: 'photo-too-small', text: 'photo-unreadable', empty: 'photo-unreadable', heic: 'photo-heic',
  });
});

it('reads photos of every orientation and shape, and answers to broken ones', async () => {
  const read = await page.evaluate(async () => {
    const { readPhoto, codeOf } = window.photoLab;
    const picture = async (type: string, widthPx = 1280, heightPx = 720): Promise<Blob> => {
      const canvas = new OffscreenCanvas(widthPx, heightPx);
      canvas.getContext('2d')?.fillRect(0, 0, widthPx / 2, heightPx);
      return canvas.convertToBlob({ type });
    };
    const exif = (orientation: number, lengthByte = 34): Uint8Array<ArrayBuffer> =>
      Uint8Array.of(0xff, 0xe1, 0, lengthByte, ...new TextEncoder().encode('Exif\0\0'), 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0);
    const size = async (file: Blob): Promise<string> => {
      let text = '';
      const code = await codeOf(readPhoto(file).then((image) => {
        text = `${image.width}x${image.height}`;
        image.close();
      }));
      return text || code;
    };
    const jpeg = await picture('image/jpeg');
    const withExif = (bytes: Uint8Array<ArrayBuffer>): Blob => new Blob([jpeg.slice(0, 2), bytes, jpeg.slice(2)]);
    const bomb = new Uint8Array(await (await picture('image/png')).arrayBuffer());
    new DataView(bomb.buffer).setUint32(16, 20_000);
    new DataView(bomb.buffer).setUint32(20, 20_000);
    return {
      turned: await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => size(withExif(exif(orientation))))),
      unknownTurn: await size(withExif(exif(77))),
      torn: await size(jpeg.slice(0, 200)),
      exifTooLong: /^(720x1280|1280x720|photo-unreadable)$/.test(await size(withExif(exif(6, 255)))),
      transparent: await size(await picture('image/png')),
      webp: await size(await picture('image/webp')),
      svg: await size(new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>'], { type: 'image/svg+xml' })),
      dot: await size(await picture('image/png', 1, 1)),
      thread: await size(await picture('image/png', 1, 4000)),
      bomb: await size(new Blob([bomb])),
    };
  });
  expect(read).toEqual({
    turned: ['1280x720', '1280x720', '1280x720', '1280x720', '720x1280', '720x1280', '720x1280', '720x1280'],
    unknownTurn: '1280x720', torn: 'photo-unreadable', exifTooLong: true, transparent: '1280x720', webp: '1280x720', svg: 'photo-unreadable',
    dot: 'photo-too-small', thread: '1x1920', bomb: 'photo-too-large',
  });
});
