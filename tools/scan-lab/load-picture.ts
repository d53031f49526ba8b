import type { RgbaImage } from '@vua/models/pose';
import type { BitMask } from '../../packages/models/training/body/mask-png.ts';
import { addNoise } from './pixels/add-noise.ts';
import { blur } from './pixels/blur.ts';
import { changeLight } from './pixels/change-light.ts';
import { closeArmGaps } from './pixels/close-arm-gaps.ts';
import { dilatePerson } from './pixels/dilate-person.ts';
import { moveCamera } from './pixels/move-camera.ts';
import type { LabPicture, PictureChange } from './picture-change.ts';

/** Loads a picture and changes it, in the page; what comes out is handed to the worker. */
export async function loadPicture({ url, changes = [] }: LabPicture): Promise<ImageBitmap> {
  const bitmap = await fetchBitmap(url);
  if (changes.length === 0) return bitmap;
  let image = pixelsOf(bitmap);
  for (const change of changes) image = await changed(image, change);
  return createImageBitmap(canvasOf(image));
}

async function changed(image: RgbaImage, change: PictureChange): Promise<RgbaImage> {
  switch (change.type) {
    case 'move-camera': return moveCamera(image, change);
    case 'blur': return blur(image, change.sigmaShare * image.heightPx);
    case 'light': return changeLight(image, change.gain);
    case 'noise': return addNoise(image, change.sd, change.seed);
    case 'jpeg': return pixelsOf(await createImageBitmap(await canvasOf(image).convertToBlob({ type: 'image/jpeg', quality: change.quality })));
    case 'dilate': return dilatePerson(image, await fetchMask(change.maskUrl), change.radiusShare * image.heightPx);
    case 'close-arm-gaps': return closeArmGaps(image, await fetchMask(change.maskUrl), change.arms);
  }
}

async function fetchBitmap(url: string): Promise<ImageBitmap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return createImageBitmap(await response.blob());
}

async function fetchMask(url: string): Promise<BitMask> {
  const { data, widthPx, heightPx } = pixelsOf(await fetchBitmap(url));
  return { widthPx, heightPx, bits: Uint8Array.from({ length: widthPx * heightPx }, (_, i) => ((data[4 * i] as number) > 127 ? 1 : 0)) };
}

function pixelsOf(bitmap: ImageBitmap): RgbaImage {
  const { width, height } = bitmap;
  const context = contextOf(new OffscreenCanvas(width, height));
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { data: context.getImageData(0, 0, width, height).data, widthPx: width, heightPx: height };
}

function canvasOf({ data, widthPx, heightPx }: RgbaImage): OffscreenCanvas {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  contextOf(canvas).putImageData(new ImageData(Uint8ClampedArray.from(data), widthPx, heightPx), 0, 0);
  return canvas;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context for an OffscreenCanvas');
  return context;
}
