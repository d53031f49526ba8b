import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poseOf } from '../../testing/pose-of.ts';
import { FRAME_HINTS, type FrameHint, type View } from '../frame-reading.ts';
import { assessFrame } from './assess-frame.ts';
import { FRAME_CHECKS } from './frame-checks.ts';
import type { FrameFacts } from './frame-facts.ts';
import { FRESH_GUIDE, GUIDE_RULES, type Guidance, guide } from './guide.ts';
import { refuseStill } from './refuse-still.ts';

type Shape = Parameters<typeof poseOf>[0];

const facts = (view: View, shape: Shape = {}, change: Partial<FrameFacts> = {}): FrameFacts =>
  ({ view, atMs: 0, personCount: 1, pose: poseOf({ turnDeg: view === 'side' ? 90 : 0, ...shape }), light: { meanLuma: 110, sharpness: 0.6 }, tilt: { pitchDeg: 4, rollDeg: 0 }, ...change });

const SITTING: Shape = { shift: { left_knee: [0.2, -0.7], right_knee: [-0.2, -0.7], left_ankle: [0, -0.8], right_ankle: [0, -0.8] } };

describe('one frame', () => {
  it.each<View>(['front', 'side'])('a person who stands well in the %s view needs no hint', (view) => {
    expect(assessFrame(facts(view))).toBeUndefined();
    expect(refuseStill(facts(view))).toBeUndefined();
  });

  it.each<[FrameHint, FrameFacts]>([
    ['no-person', facts('front', {}, { pose: undefined, personCount: 0 })],
    ['no-person', facts('front', {}, { pose: { ...poseOf(), score: 0.3 } })],
    ['several-people', facts('front', {}, { personCount: 2 })],
    ['too-dark', facts('front', {}, { light: { meanLuma: 20, sharpness: 0.6 } })],
    ['camera-tilted', facts('front', {}, { tilt: { pitchDeg: 30, rollDeg: 0 } })],
    ['camera-tilted', facts('front', {}, { tilt: { pitchDeg: -30, rollDeg: 0 } })],
    ['camera-tilted', facts('side', {}, { tilt: { pitchDeg: 0, rollDeg: -15 } })],
    ['too-close', facts('front', { torsoPx: 420 })],
    ['too-far', facts('front', { torsoPx: 140 })],
    ['head-cut', facts('front', { hip: [360, 380] })],
    ['feet-cut', facts('front', { hip: [360, 860] })],
    ['off-centre', facts('side', { hip: [120, 640] })],
    ['off-centre', facts('front', { hip: [180, 640] })],
    ['not-facing', facts('front', { turnDeg: 40 })],
    ['not-facing', facts('front', { turnDeg: 180 })],
    ['not-facing', facts('front', { turnDeg: 90 })],
    ['not-side-on', facts('side', { turnDeg: 40 })],
    ['not-side-on', facts('side', { turnDeg: 0 })],
    ['sitting', facts('front', SITTING)],
    ['sitting', facts('side', SITTING)],
    ['arms-too-close', facts('front', { shift: { left_elbow: [-0.2, 0], left_wrist: [-0.5, 0], left_index: [-0.5, 0] } })],
    ['arms-over-hip', facts('side', { shift: { left_wrist: [0.6, -0.2], left_index: [0.7, -0.2] } })],
    ['legs-together', facts('front', { shift: { left_ankle: [-0.32, 0], right_ankle: [0.32, 0] } })],
    ['blurred', facts('side', {}, { light: { meanLuma: 110, sharpness: 0.25 } })],
  ])('%s', (hint, frame) => {
    expect(assessFrame(frame)).toBe(hint);
  });

  it('without a sensor the body is the plumb line', () => {
    const leaning = { left_shoulder: [0.7, 0], right_shoulder: [0.7, 0] } as const;
    expect(assessFrame(facts('front', { shift: leaning }, { tilt: undefined }))).toBe('camera-tilted');
  });

  it('arms-too-close, when the mask shows no gap beside the trunk', () => {
    // A person of 720 x 1280 as a grid of 72 x 128 cells: trunk of `halfWidth` cells, arms along the axis of the arm.
    const withTrunk = (halfWidth: number): FrameFacts => {
      const pose = poseOf();
      const probability = new Float32Array(72 * 128);
      for (let y = 0; y < 128; y++) probability.fill(1, y * 72 + 36 - halfWidth, y * 72 + 36 + halfWidth);
      return facts('front', {}, { pose: { ...pose, mask: { probability, widthPx: 72, heightPx: 128, frameToMask: [0.1, 0, 0, 0, 0.1, 0] } } });
    };
    expect(assessFrame(withTrunk(8))).toBeUndefined();
    expect(assessFrame(withTrunk(20))).toBe('arms-too-close');
  });

  it('the size of the frame does not matter', () => {
    fc.assert(fc.property(fc.double({ min: 0.3, max: 3, noNaN: true }), (k) => {
      const shape = { frameWidthPx: 720 * k, frameHeightPx: 1280 * k, torsoPx: 230 * k, hip: [360 * k, 640 * k] as const };
      expect(assessFrame(facts('front', shape))).toBeUndefined();
    }));
  });

  it('the most urgent of several faults is named, in the order of FRAME_HINTS', () => {
    const frame = facts('front', { torsoPx: 140, turnDeg: 90 }, { light: { meanLuma: 20, sharpness: 0.1 } });
    expect(assessFrame(frame)).toBe('too-dark');
    expect(assessFrame({ ...frame, light: undefined })).toBe('too-far');
  });

  it('a shown hint clears later than it is raised', () => {
    for (const { wrong, raise, clear } of FRAME_CHECKS) expect(wrong === 'below' ? clear > raise : clear < raise).toBe(true);
    const almost = facts('front', {}, { light: { meanLuma: 43, sharpness: 0.6 } });
    expect(assessFrame(almost)).toBeUndefined();
    expect(assessFrame(almost, 'too-dark')).toBe('too-dark');
  });
});

describe('a photo', () => {
  it.each<[string, FrameFacts]>([
    ['no-person', facts('front', {}, { pose: undefined, personCount: 0 })],
    ['several-people', facts('side', {}, { personCount: 3 })],
    ['picture-too-small', facts('front', { frameWidthPx: 360, frameHeightPx: 640, torsoPx: 80, hip: [180, 320] })],
    ['back-view', facts('front', { turnDeg: 180 })],
    ['not-facing', facts('front', { turnDeg: 90 })],
    ['not-side-on', facts('side', { turnDeg: 0 })],
    ['head-cut', facts('front', { hip: [360, 380] })],
    ['head-cut', facts('front', { torsoPx: 420 })],
    ['feet-cut', facts('side', { hip: [360, 860] })],
    ['sitting', facts('side', SITTING)],
    ['too-dark', facts('front', {}, { light: { meanLuma: 20, sharpness: 0.6 } })],
  ])('is refused: %s', (reason, frame) => {
    expect(refuseStill(frame)).toBe(reason);
  });

  it.each<[string, FrameFacts]>([
    ['a blurred one', facts('front', {}, { light: { meanLuma: 110, sharpness: 0.3 } })],
    ['one from afar, large enough', facts('front', { torsoPx: 140 })],
    ['one taken aslant', facts('side', {}, { tilt: { pitchDeg: 25, rollDeg: 0 } })],
  ])('%s is still measured', (_what, frame) => {
    expect(refuseStill(frame)).toBeUndefined();
  });
});

/** The guidance of frames that come `stepMs` apart. */
function watch(frames: readonly FrameFacts[], stepMs = 50): Guidance[] {
  let memory = FRESH_GUIDE;
  return frames.map((frame, i) => {
    const next = guide(memory, { ...frame, atMs: i * stepMs });
    memory = next.memory;
    return next;
  });
}

const times = (count: number, frame: FrameFacts): FrameFacts[] => Array.from({ length: count }, () => frame);
const good = facts('front');
const far = facts('front', { torsoPx: 140 });

describe('from frame to frame', () => {
  it('counts the time that all is well', () => {
    const seen = watch(times(30, good));
    expect(seen.map(({ steadyMs }) => steadyMs)).toEqual(seen.map((_, i) => i * 50));
    expect(seen.every(({ usable, hint }) => usable && hint === undefined)).toBe(true);
  });

  it('a fault of one frame spoils that frame, shows nothing and begins the count anew', () => {
    const seen = watch([...times(10, good), far, ...times(10, good)]);
    expect(seen[10]).toMatchObject({ usable: false, steadyMs: 0 });
    expect(seen.some(({ hint }) => hint)).toBe(false);
    expect(seen.at(-1)?.steadyMs).toBeLessThan(10 * 50);
  });

  it('a lasting fault is shown soon, and stays long enough to be read', () => {
    const seen = watch([...times(10, good), ...times(6, far), ...times(40, good)]);
    const shown = seen.map(({ hint }) => hint === 'too-far');
    expect(shown.indexOf(true)).toBe(10 + GUIDE_RULES.raiseAfterMs / 50);
    expect(shown.filter(Boolean).length * 50).toBeGreaterThanOrEqual(GUIDE_RULES.showAtLeastMs);
    expect(seen.at(-1)).toMatchObject({ usable: true });
  });

  it('never flickers, whatever comes: a hint stands at least its time', () => {
    const anyFrame = fc.constantFrom(good, far, facts('front', { turnDeg: 90 }), facts('front', {}, { personCount: 2 }), facts('front', {}, { pose: undefined, personCount: 0 }));
    fc.assert(fc.property(fc.array(anyFrame, { minLength: 1, maxLength: 120 }), (frames) => {
      const seen = watch(frames);
      const changes = seen.flatMap(({ hint }, i) => (hint === seen[i - 1]?.hint ? [] : [{ hint, atMs: i * 50 }]));
      const tooShort = changes.filter(({ hint, atMs }, i) => hint !== undefined && (changes[i + 1]?.atMs ?? Infinity) - atMs < GUIDE_RULES.showAtLeastMs);
      const contradicting = seen.filter(({ hint, steadyMs, usable }) => hint !== undefined && (steadyMs > 0 || usable || !FRAME_HINTS.includes(hint)));
      expect({ tooShort, contradicting }).toEqual({ tooShort: [], contradicting: [] });
    }));
  });

  it('sees a moving person, and does not take the wandering of landmarks for one', () => {
    const moving = watch(Array.from({ length: 30 }, (_, i) => facts('front', { hip: [330 + i * 5, 640] })));
    expect(moving.at(-1)?.hint).toBe('moving');
    // 1 % of the torso, up and down: what landmarks do on a still picture.
    const wandering = watch(Array.from({ length: 30 }, (_, i) => facts('front', { hip: [360 + (i % 2) * 3, 640 - (i % 3) * 2] })));
    expect(wandering.every(({ hint, usable }) => usable && !hint)).toBe(true);
  });

  it('sees a moving arm of a still body', () => {
    const frames = Array.from({ length: 30 }, (_, i) => facts('front', { shift: { left_wrist: [0, -i * 0.03], left_index: [0, -i * 0.03] } }));
    expect(watch(frames).at(-1)?.hint).toBe('moving');
  });

  it('works at six frames a second too', () => {
    const slow = watch(Array.from({ length: 12 }, (_, i) => facts('front', { hip: [300 + i * 15, 640] })), 160);
    expect(slow.at(-1)?.hint).toBe('moving');
    expect(watch(times(12, good), 160).at(-1)?.steadyMs).toBe(11 * 160);
  });
});
