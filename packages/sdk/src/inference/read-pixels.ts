import type { RgbaImage } from '@vua/models/pose';

/** What can be drawn and has a size of its own. */
export type Frame = ImageBitmap | VideoFrame;

/** Copies the pixels of a frame, at its own size. One canvas is kept and reused. */
export function createPixelReader(): (frame: Frame) => RgbaImage {
  let canvas: OffscreenCanvas | undefined;
  return (frame) => {
    const [widthPx, heightPx] = sizeOfFrame(frame);
    canvas ??= new OffscreenCanvas(widthPx, heightPx);
    if (canvas.width !== widthPx) canvas.width = widthPx;
    if (canvas.height !== heightPx) canvas.height = heightPx;
    // A canvas that is read back stays in memory; on the GPU each read would stall.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no 2d context for an OffscreenCanvas');
    context.drawImage(frame, 0, 0);
    return { data: context.getImageData(0, 0, widthPx, heightPx).data, widthPx, heightPx };
  };
}

function sizeOfFrame(frame: Frame): [widthPx: number, heightPx: number] {
  return 'displayWidth' in frame ? [frame.displayWidth, frame.displayHeight] : [frame.width, frame.height];
}
