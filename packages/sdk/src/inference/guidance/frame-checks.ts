import { armGap } from './arm-gap.ts';
import type { FrameHint, View } from '../frame-reading.ts';
import type { PersonFacts } from './frame-facts.ts';

/**
 * One thing that can be wrong. `measure` gives a number (undefined = not known, nothing is wrong);
 * the hint is raised beyond `raise` and goes away only on the other side of `clear`, so that it does not flicker.
 */
export interface FrameCheck {
  readonly hint: FrameHint;
  /** Absent: in both views. */
  readonly view?: View;
  readonly wrong: 'below' | 'above';
  readonly raise: number;
  readonly clear: number;
  readonly measure: (facts: PersonFacts) => number | undefined;
}

/** What is cut on both ends, or does not fit beside, is too close rather than cut. */
const isCutTwice = ({ body }: PersonFacts): number => Math.max(body.roomAbove, body.roomBelow);

/**
 * The checks of a frame with one person. Several rows of a hint: each alone raises it. Lengths are in torsos (shoulders to hips)
 * or shares of the frame, so they hold at any size. Ranges in the comments: both landmark
 * models on the 60 synthetic people of the development set.
 */
export const FRAME_CHECKS: readonly FrameCheck[] = [
  // 70-139; the same at 0.4 of the light: 28-55.
  { hint: 'too-dark', wrong: 'below', raise: 40, clear: 46, measure: ({ light }) => light?.meanLuma },
  // Perspective is corrected for pitch, to 13 degrees in the set; more than 20 hides the soles or the crown.
  { hint: 'camera-tilted', wrong: 'above', raise: 20, clear: 17, measure: ({ tilt }) => tilt && Math.abs(tilt.pitchDeg) },
  { hint: 'camera-tilted', wrong: 'above', raise: 10, clear: 8, measure: ({ tilt }) => tilt && Math.abs(tilt.rollDeg) },
  // Without a sensor the body is the plumb line: at most 3.
  { hint: 'camera-tilted', wrong: 'above', raise: 11, clear: 9, measure: ({ tilt, body }) => (tilt || body.legDrop < 1.2 ? undefined : body.leanDeg) },
  { hint: 'too-close', wrong: 'above', raise: 0.95, clear: 0.92, measure: ({ body }) => body.heightShare },
  { hint: 'too-close', wrong: 'below', raise: 0, clear: 0.01, measure: isCutTwice },
  // 0.58-0.84; below half, a pixel of a 720p picture is more than 0.25 cm and one of the mask's rows 1 cm.
  { hint: 'too-far', wrong: 'below', raise: 0.48, clear: 0.52, measure: ({ body }) => body.heightShare },
  { hint: 'head-cut', wrong: 'below', raise: 0, clear: 0.01, measure: ({ body }) => body.roomAbove },
  { hint: 'feet-cut', wrong: 'below', raise: 0.005, clear: 0.015, measure: ({ body }) => body.roomBelow },
  // At most 0.18.
  { hint: 'off-centre', wrong: 'above', raise: 0.25, clear: 0.21, measure: ({ body }) => body.offCentre },
  { hint: 'off-centre', wrong: 'below', raise: 0, clear: 0.01, measure: ({ body }) => body.roomBeside },
  // 0.65-0.82 facing; from behind it is negative.
  { hint: 'not-facing', view: 'front', wrong: 'below', raise: 0.5, clear: 0.55, measure: ({ body }) => body.shoulders },
  // 0-9; turned by 25 degrees the breadths are 10 % short.
  { hint: 'not-facing', view: 'front', wrong: 'above', raise: 25, clear: 20, measure: ({ body }) => body.turnDeg },
  // -0.16 to 0.15 side-on.
  { hint: 'not-side-on', view: 'side', wrong: 'above', raise: 0.3, clear: 0.26, measure: ({ body }) => Math.abs(body.shoulders) },
  // 74-99; depths wander more than breadths, so the limit is wider than the front's.
  { hint: 'not-side-on', view: 'side', wrong: 'above', raise: 32, clear: 28, measure: ({ body }) => Math.abs(body.turnDeg - 90) },
  // 0.57-0.92 standing; a sitting person's thighs point at the camera or lie level.
  { hint: 'sitting', wrong: 'below', raise: 0.45, clear: 0.5, measure: ({ body }) => body.thighDrop },
  // 1.05-1.78 standing.
  { hint: 'sitting', wrong: 'below', raise: 0.95, clear: 1, measure: ({ body }) => body.legDrop },
  // 15-34.
  { hint: 'arms-too-close', view: 'front', wrong: 'below', raise: 12, clear: 14, measure: ({ body }) => body.armDeg },
  // 0.44-0.77.
  { hint: 'arms-too-close', view: 'front', wrong: 'below', raise: 0.3, clear: 0.36, measure: ({ body }) => body.wristOut },
  // Open in all of them.
  { hint: 'arms-too-close', view: 'front', wrong: 'above', raise: 0.5, clear: 0.35, measure: ({ pose }) => armGap(pose) },
  // 0.02-0.35: a hand further off stands out of the hip's outline.
  { hint: 'arms-over-hip', view: 'side', wrong: 'above', raise: 0.45, clear: 0.4, measure: ({ body }) => body.handOffHip },
  // 0.56-0.86.
  { hint: 'legs-together', view: 'front', wrong: 'below', raise: 0.3, clear: 0.35, measure: ({ body }) => body.ankleGap },
  // 0.55-0.74; blurred by a Gaussian of 2 px at 720x1280: 0.35-0.44.
  { hint: 'blurred', wrong: 'below', raise: 0.36, clear: 0.42, measure: ({ light }) => light?.sharpness },
];
