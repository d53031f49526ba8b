import type { RgbaImage } from '@vua/models/pose';

/** What can be drawn and has a size of its own. */
export type Frame = ImageBitmap | VideoFrame;

/** Copies the pixels of a frame, at its own size. The result's memory is used again by the next call. */
export type PixelReader = (frame: Frame) => Promise<RgbaImage>;

/** Reads by `VideoFrame.copyTo` where the browser converts to RGBA (a fifth of the time), else through a canvas. */
export function createPixelReader(): PixelReader {
  const fromCanvas = canvasReader();
  const fromVideoFrame = videoFrameReader();
  let converts = typeof VideoFrame === 'function';
  return async (frame) => {
    if (!converts || isTurned(frame)) return fromCanvas(frame);
    try {
      return await fromVideoFrame(frame);
    } catch {
      // Older engines copy their own pixel format only.
      converts = false;
      return fromCanvas(frame);
    }
  };
}

/** A phone may hand over frames as the sensor lies; `copyTo` gives them so, drawing turns them. */
function isTurned(frame: Frame): boolean {
  if (!('displayWidth' in frame)) return false;
  const { rotation = 0, flip = false } = frame as VideoFrame & { rotation?: number; flip?: boolean };
  const { visibleRect, displayWidth, displayHeight } = frame;
  return rotation !== 0 || flip || visibleRect?.width !== displayWidth || visibleRect.height !== displayHeight;
}

function videoFrameReader(): PixelReader {
  let buffer = new Uint8ClampedArray();
  return async (frame) => {
    const [widthPx, heightPx] = sizeOfFrame(frame);
    const video = frame instanceof VideoFrame ? frame : new VideoFrame(frame, { timestamp: 0 });
    try {
      if (buffer.length !== widthPx * heightPx * 4) buffer = new Uint8ClampedArray(widthPx * heightPx * 4);
      await video.copyTo(buffer, { format: 'RGBA' });
    } finally {
      if (video !== frame) video.close();
    }
    return { data: buffer, widthPx, heightPx };
  };
}

function canvasReader(): PixelReader {
  let canvas: OffscreenCanvas | undefined;
  return async (frame) => {
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
