import { describe, expect, it } from 'vitest';
import { anchorCentres } from './anchors.ts';
import { DETECTOR, LANDMARKER } from './constants.ts';
import type { PoseRuntime } from './pose-runtime.ts';
import { createPoseTracker, detectPersons } from './pose-tracker.ts';
import type { RgbaImage } from './rgba-image.ts';

const IMAGE: RgbaImage = { data: new Uint8ClampedArray(100 * 200 * 4).fill(255), widthPx: 100, heightPx: 200 };

interface Script { persons: number; score: number; aux: readonly [number, number, number, number] }

/** Networks that say what the script says and count their calls. */
function scripted(script: Script): { runtime: PoseRuntime; calls: { detect: number; landmarks: number; masks: number }; inputs: Float32Array[] } {
  const calls = { detect: 0, landmarks: 0, masks: 0 };
  const inputs: Float32Array[] = [];
  const anchors = anchorCentres();
  return {
    calls, inputs,
    runtime: {
      async detect(input) {
        calls.detect += 1;
        inputs.push(input);
        const boxes = new Float32Array(DETECTOR.anchorCount * DETECTOR.valuesPerBox);
        const logits = new Float32Array(DETECTOR.anchorCount).fill(-50);
        for (let person = 0; person < script.persons; person++) {
          const [ax = 0, ay = 0] = anchors.subarray(person * 2);
          const [x, y] = [0.3 + person * 0.4, 0.5];
          boxes.set([x - ax, y - ay, 0.1, 0.1, x - ax, y - ay, x - ax, y - 0.2 - ay].map((value) => value * DETECTOR.inputPx), person * DETECTOR.valuesPerBox);
          logits[person] = 5 - person;
        }
        return { boxes, logits };
      },
      async landmarks(input, wantMask) {
        calls.landmarks += 1;
        if (wantMask) calls.masks += 1;
        inputs.push(input);
        const points = new Float32Array(LANDMARKER.pointCount * LANDMARKER.valuesPerPoint);
        for (let k = 0; k < LANDMARKER.pointCount; k++) points.set([128, 128, 0, 5, 5], k * LANDMARKER.valuesPerPoint);
        points.set(script.aux.slice(0, 2), 33 * LANDMARKER.valuesPerPoint);
        points.set(script.aux.slice(2), 34 * LANDMARKER.valuesPerPoint);
        return {
          points, world: new Float32Array(117), score: script.score, heatmap: new Float32Array(64 * 64 * 39).fill(-100),
          ...(wantMask && { mask: new Float32Array(256 * 256) }),
        };
      },
    },
  };
}

const aux = [128, 128, 128, 26] as const;

describe('createPoseTracker', () => {
  it('detects once and follows from then on', async () => {
    const { runtime, calls } = scripted({ persons: 1, score: 1, aux });
    const tracker = createPoseTracker(runtime);
    for (let k = 0; k < 4; k++) expect((await tracker.estimate(IMAGE, { atMs: k * 33 }))?.personCount).toBe(1);
    expect(calls).toEqual({ detect: 1, landmarks: 4, masks: 4 });
    tracker.reset();
    await tracker.estimate(IMAGE, { atMs: 200 });
    expect(calls.detect).toBe(2);
  });

  it('finds nobody without a detection, and runs no landmark network', async () => {
    const { runtime, calls } = scripted({ persons: 0, score: 1, aux });
    expect(await createPoseTracker(runtime).estimate(IMAGE, { atMs: 0 })).toBeUndefined();
    expect(calls).toEqual({ detect: 1, landmarks: 0, masks: 0 });
  });

  it('drops a person the landmark network does not believe in, and detects again', async () => {
    const script: Script = { persons: 1, score: 1, aux };
    const { runtime, calls } = scripted(script);
    const tracker = createPoseTracker(runtime);
    await tracker.estimate(IMAGE, { atMs: 0 });
    script.score = 0.49;
    expect(await tracker.estimate(IMAGE, { atMs: 33 })).toBeUndefined();
    script.score = 0.5;
    expect(await tracker.estimate(IMAGE, { atMs: 66 })).toBeDefined();
    expect(calls.detect).toBe(2);
  });

  it('counts persons anew when asked, and keeps following the same one', async () => {
    const script: Script = { persons: 1, score: 1, aux };
    const { runtime, calls } = scripted(script);
    const tracker = createPoseTracker(runtime);
    const first = await tracker.estimate(IMAGE, { atMs: 0 });
    script.persons = 2;
    expect((await tracker.estimate(IMAGE, { atMs: 33 }))?.personCount).toBe(1);
    const third = await tracker.estimate(IMAGE, { atMs: 66, redetect: true });
    expect(third?.personCount).toBe(2);
    expect(third?.pose.landmarks[0]?.x).toBeCloseTo(first?.pose.landmarks[0]?.x ?? NaN, 1);
    expect(calls.detect).toBe(2);
  });

  it('leaves out the mask when none is wanted', async () => {
    const { runtime, calls } = scripted({ persons: 1, score: 1, aux });
    const tracked = await createPoseTracker(runtime).estimate(IMAGE, { atMs: 0, wantMask: false });
    expect(tracked?.pose.mask).toBeUndefined();
    expect(calls.masks).toBe(0);
  });

  it('smooths only when asked', async () => {
    const script: Script = { persons: 1, score: 1, aux };
    const tracker = createPoseTracker(scripted(script).runtime);
    const smooth = createPoseTracker(scripted(script).runtime);
    for (const atMs of [0, 33]) await Promise.all([tracker.estimate(IMAGE, { atMs }), smooth.estimate(IMAGE, { atMs, smooth: true })]);
    script.aux = [140, 128, 140, 26];
    const [raw, calm] = [await tracker.estimate(IMAGE, { atMs: 66 }), await smooth.estimate(IMAGE, { atMs: 66, smooth: true })];
    expect(raw?.pose.landmarks).toHaveLength(33);
    expect(calm?.pose.landmarks).toHaveLength(33);
  });
});

describe('detectPersons', () => {
  it('letterboxes with black and gives regions in pixels of the frame', async () => {
    const { runtime, inputs } = scripted({ persons: 1, score: 1, aux });
    const [region] = await detectPersons(runtime, IMAGE);
    const [input = new Float32Array()] = inputs;
    expect([input[0], input[(112 * 224 + 112) * 3]]).toEqual([-1, 1]);
    // The frame lies in the middle of a square of 200 pixels: x = 0.3 * 200 - 50.
    expect(region?.xCentre).toBeCloseTo(10, 3);
    expect(region?.yCentre).toBeCloseTo(100, 3);
    expect(region?.sizePx).toBeCloseTo(2 * 40 * 1.25, 3);
    expect(region?.rotationRad).toBeCloseTo(0, 5);
  });
});
