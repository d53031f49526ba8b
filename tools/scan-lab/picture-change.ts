import type { ArmGap } from './pixels/close-arm-gaps.ts';
import type { CameraMove } from './pixels/move-camera.ts';

/** A picture that the page loads, and what it does to it before the worker sees it. */
export interface LabPicture {
  readonly url: string;
  /** Applied one after another; none = the file as it is. */
  readonly changes?: readonly PictureChange[];
}

/** One change of a picture's pixels. Lengths in shares of the picture's height, so that they mean the same at any size. */
export type PictureChange =
  | ({ readonly type: 'move-camera' } & CameraMove)
  | { readonly type: 'blur'; readonly sigmaShare: number }
  /** Times this much light, in linear light. */
  | { readonly type: 'light'; readonly gain: number }
  /** Normal noise on each channel of each pixel, `sd` in steps of 0-255. */
  | { readonly type: 'noise'; readonly sd: number; readonly seed: number }
  /** Encoded by the browser and read back; `quality` 0-1. */
  | { readonly type: 'jpeg'; readonly quality: number }
  /** Paints the person larger all round; the mask is 1-bit and of the picture's size. */
  | { readonly type: 'dilate'; readonly maskUrl: string; readonly radiusShare: number }
  /** Paints arms on to the trunk. */
  | { readonly type: 'close-arm-gaps'; readonly maskUrl: string; readonly arms: readonly ArmGap[] };
