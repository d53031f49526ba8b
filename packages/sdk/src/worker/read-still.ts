import type { BodyPose } from '@vua/models/pose';
import { outlineOf, traceView } from '@vua/models/silhouette';
import type { View } from '../inference/frame-reading.ts';
import { readLight, refuseStill, type StillFault } from '../inference/guidance/index.ts';
import type { PoseEngine } from '../inference/pose-engine.ts';
import { createPixelReader } from '../inference/read-pixels.ts';
import { bodyBox } from './body-box.ts';
import type { CapturedFrame } from './capture-store.ts';

export type StillReading =
  | { readonly ok: true; readonly frames: readonly CapturedFrame[] }
  | { readonly ok: false; readonly reason: StillFault | 'outline-unclear' };

/** The first passes find the crop; landmarks of one picture wander by about 1 % of the torso from pass to pass, so some are averaged. */
const PASSES = { settle: 2, keep: 3 };

/** Reads one photo: as many passes over the same picture as make it steady. */
export async function readStill(engine: PoseEngine, picture: ImageBitmap, view: View): Promise<StillReading> {
  const image = await createPixelReader()(picture);
  engine.reset();
  const frames: CapturedFrame[] = [];
  for (let pass = 0; pass < PASSES.settle + PASSES.keep; pass++) {
    const tracked = await engine.estimate(image, { atMs: pass * 33 });
    if (tracked === undefined) return { ok: false, reason: 'no-person' };
    if (pass < PASSES.settle) continue;
    const { pose, personCount } = tracked;
    const fault = refuseStill({ view, atMs: pass * 33, personCount, pose, light: readLight(image, bodyBox(pose)) });
    if (fault !== undefined) return { ok: false, reason: fault };
    const profile = traceView(pose, view, image);
    if (profile === undefined) return { ok: false, reason: 'outline-unclear' };
    frames.push({ profile, outline: { widthPx: image.widthPx, heightPx: image.heightPx, points: outlinePoints(pose) } });
  }
  return { ok: true, frames };
}

function outlinePoints({ mask }: BodyPose): Float32Array {
  return mask ? outlineOf(mask) : new Float32Array();
}
