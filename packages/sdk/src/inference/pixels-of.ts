import type { Tensor3D } from '@tensorflow/tfjs-core';
import type { RgbaImage } from '@vua/models/pose';

type Drawable = HTMLVideoElement | HTMLImageElement | HTMLCanvasElement | ImageBitmap;

/** The pixels of a picture at its own size, whatever kind it is. */
export async function pixelsOf(image: Tensor3D | ImageData | Drawable): Promise<RgbaImage> {
  if ('dataId' in image) return pixelsOfTensor(image);
  if (image instanceof ImageData) return { data: image.data as Uint8ClampedArray, widthPx: image.width, heightPx: image.height };
  const [widthPx, heightPx] = sizeOf(image);
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context for an OffscreenCanvas');
  context.drawImage(image, 0, 0);
  return { data: context.getImageData(0, 0, widthPx, heightPx).data, widthPx, heightPx };
}

async function pixelsOfTensor(tensor: Tensor3D): Promise<RgbaImage> {
  const [heightPx, widthPx, channels] = tensor.shape;
  const values = await tensor.data();
  const data = new Uint8ClampedArray(widthPx * heightPx * 4).fill(255);
  for (let pixel = 0; pixel < widthPx * heightPx; pixel++) {
    for (let k = 0; k < 3; k++) data[pixel * 4 + k] = values[pixel * channels + k] ?? 0;
  }
  return { data, widthPx, heightPx };
}

function sizeOf(image: Drawable): [widthPx: number, heightPx: number] {
  if ('videoWidth' in image) return [image.videoWidth, image.videoHeight];
  return 'naturalWidth' in image ? [image.naturalWidth, image.naturalHeight] : [image.width, image.height];
}
