import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

/** Where a photo is drawn: all in shares of the new picture's width and height, beyond its border is cut. */
export interface Placed {
  readonly file: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Draws photos into a new one, as a JPEG. */
export async function drawPhoto(browser: Browser, { widthPx, heightPx, photos }: { widthPx: number; heightPx: number; photos: readonly Placed[] }): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    return await drawIn(page, widthPx, heightPx, photos.map((photo) => ({ ...photo, file: readFileSync(photo.file).toString('base64') })));
  } finally {
    await page.close();
  }
}

async function drawIn(page: Page, widthPx: number, heightPx: number, photos: readonly Placed[]): Promise<Buffer> {
  const url = await page.evaluate(async (plan) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: plan.widthPx, height: plan.heightPx });
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = '#b9b4ad';
    context.fillRect(0, 0, plan.widthPx, plan.heightPx);
    for (const { file, left, top, width, height } of plan.photos) {
      const image = new Image();
      image.src = `data:image/jpeg;base64,${file}`;
      await image.decode();
      context.drawImage(image, left * plan.widthPx, top * plan.heightPx, width * plan.widthPx, height * plan.heightPx);
    }
    return canvas.toDataURL('image/jpeg', 0.92);
  }, { widthPx, heightPx, photos });
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
