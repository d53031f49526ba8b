import type { BodyPose, RgbaImage } from '@vua/models/pose';
import { outlineOf } from '@vua/models/silhouette';
import type { FrameContext, FrameReading, View } from '../inference/frame-reading.ts';
import { FRESH_GUIDE, guide, type LightReading, readLight } from '../inference/guidance/index.ts';
import type { PoseEngine } from '../inference/pose-engine.ts';
import { createPixelReader, type Frame } from '../inference/read-pixels.ts';
import { bodyBox } from './body-box.ts';

/** A live frame, read. `pose` and `image` stay in the worker. */
export interface ReadFrame {
  readonly reading: FrameReading;
  /** True when this very frame may be measured. */
  readonly usable: boolean;
  readonly image: RgbaImage;
  readonly pose?: BodyPose;
}

// Looking for further people costs a detector run; once in two seconds is soon enough.
const LOOK_ROUND_MS = 2000;
// Light and focus change slowly, and reading them costs a tenth of a frame.
const LIGHT_MS = 200;

/** Reads live frames one after another and guides from one to the next. */
export function createFrameReader(): (engine: PoseEngine, frame: Frame, context: FrameContext) => Promise<ReadFrame> {
  const pixelsOf = createPixelReader();
  let memory = FRESH_GUIDE;
  let view: View | undefined;
  let lookedRoundMs = -Infinity;
  let light: LightReading | undefined;
  let litMs = -Infinity;
  let personCount = 0;

  return async (engine, frame, context) => {
    if (context.view !== view) memory = FRESH_GUIDE;
    view = context.view;
    const image = await pixelsOf(frame);
    const redetect = context.atMs - lookedRoundMs >= LOOK_ROUND_MS;
    if (redetect) lookedRoundMs = context.atMs;
    const tracked = await engine.estimate(image, { atMs: context.atMs, redetect });
    personCount = tracked?.personCount ?? 0;
    const pose = tracked?.pose;
    if (pose && context.atMs - litMs >= LIGHT_MS) {
      light = readLight(image, bodyBox(pose));
      litMs = context.atMs;
    }
    const guidance = guide(memory, { ...context, personCount, ...(pose && { pose }), ...(light && { light }) });
    memory = guidance.memory;
    return {
      reading: {
        frameWidthPx: image.widthPx,
        frameHeightPx: image.heightPx,
        outline: pose?.mask ? outlineOf(pose.mask) : new Float32Array(),
        ...(guidance.hint && { hint: guidance.hint }),
        steadyMs: guidance.steadyMs,
      },
      usable: guidance.usable,
      image,
      ...(pose && { pose }),
    };
  };
}
