import type { Tensor3D } from '@tensorflow/tfjs-core';
import { type BodyPose, sampleMask } from '@vua/models/pose';

/** A mask of the picture's size as `@tensorflow-models/pose-detection` gives it: red and alpha are the probability of the person, 0-255. */
export interface SegmentationMask {
  toCanvasImageSource(): Promise<CanvasImageSource>;
  toImageData(): Promise<ImageData>;
  /** [height, width, 4], whole numbers 0-255. */
  toTensor(): Promise<Tensor3D>;
  getUnderlyingType(): 'canvasimagesource' | 'imagedata' | 'tensor';
}

/** The pose's mask at the size of its frame; computed when it is asked for. */
export function frameMask({ mask, frameWidthPx, frameHeightPx }: BodyPose, flip: boolean): SegmentationMask | undefined {
  if (!mask) return undefined;
  let image: ImageData | undefined;
  const draw = (): ImageData => {
    const data = new Uint8ClampedArray(frameWidthPx * frameHeightPx * 4);
    for (let y = 0, at = 0; y < frameHeightPx; y++) {
      for (let x = 0; x < frameWidthPx; x++, at += 4) data[at + 3] = data[at] = sampleMask(mask, flip ? frameWidthPx - 1 - x : x, y) * 255;
    }
    return new ImageData(data, frameWidthPx, frameHeightPx);
  };
  const imageData = (): ImageData => (image ??= draw());
  return {
    toImageData: async () => imageData(),
    toCanvasImageSource: () => createImageBitmap(imageData()),
    async toTensor() {
      const { tensor3d } = await import('@tensorflow/tfjs-core');
      return tensor3d(Int32Array.from(imageData().data), [frameHeightPx, frameWidthPx, 4], 'int32');
    },
    getUnderlyingType: () => 'imagedata',
  };
}
