import { type BodyPose, mirrorImage, mirrorPose, type RegionChange, type RgbaImage, type Tracked } from '@vua/models/pose';
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

/** Passes that find the crop before one counts. */
const SETTLE_PASSES = 2;
/**
 * Looks at one picture that count. Each look's errors are partly its own, so the median of several is steadier: on people with known
 * measurements six looks miss by a tenth of a centimetre less than one.
 */
const LOOKS: readonly RegionChange[] = [{ scale: 1, turnRad: 0 }, { scale: 0.93, turnRad: 0.05 }, { scale: 1.07, turnRad: -0.05 }];

/** Reads one photo: several looks at it and at its mirror image. */
export async function readStill(engine: PoseEngine, picture: ImageBitmap, view: View): Promise<StillReading> {
  const image = await createPixelReader()(picture);
  const frames: CapturedFrame[] = [];
  for (const isMirrored of [false, true]) {
    const looks = await lookAt(engine, isMirrored ? mirrorImage(image) : image);
    if (looks === undefined) return { ok: false, reason: 'no-person' };
    for (const { pose: seen, personCount } of looks) {
      const pose = isMirrored ? mirrorPose(seen) : seen;
      const fault = refuseStill({ view, atMs: 0, personCount, pose, light: readLight(image, bodyBox(pose)) });
      if (fault !== undefined) return { ok: false, reason: fault };
      const profile = traceView(pose, view, image);
      if (profile === undefined) return { ok: false, reason: 'outline-unclear' };
      frames.push({ weights: engine.variant, profile, outline: { widthPx: image.widthPx, heightPx: image.heightPx, points: outlinePoints(pose) } });
    }
  }
  return { ok: true, frames };
}

/** The person as each look sees them; undefined when one sees nobody. */
async function lookAt(engine: PoseEngine, image: RgbaImage): Promise<readonly Tracked[] | undefined> {
  engine.reset();
  const all: Tracked[] = [];
  const passes = [...Array.from({ length: SETTLE_PASSES }, () => undefined), ...LOOKS];
  for (const [pass, look] of passes.entries()) {
    const tracked = await engine.estimate(image, { atMs: pass * 33, ...(look && { look }) });
    if (tracked === undefined) return undefined;
    if (look !== undefined) all.push(tracked);
  }
  return all;
}

function outlinePoints({ mask }: BodyPose): Float32Array {
  return mask ? outlineOf(mask) : new Float32Array();
}
