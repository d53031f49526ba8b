import type { PoseDetector, PoseDetectorInput } from '@tensorflow-models/pose-detection';
import { KEYPOINT_NAMES, type TrackRequest } from '@vua/models/pose';
import { tensor3d } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { poseOf } from '../testing/pose-of.ts';
import { createPoseDetector, type PoseDetectorOptions } from './create-pose-detector.ts';
import type { PoseEngine } from './pose-engine.ts';

/** ImageData is the browser's; of its behaviour only the fields matter here. */
class PlainImageData {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
beforeEach(() => {
  vi.stubGlobal('ImageData', PlainImageData);
  // tfjs recommends another package when it runs in Node.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const POSE = { ...poseOf({ frameWidthPx: 4, frameHeightPx: 2, torsoPx: 1, hip: [1, 1] }), mask: { probability: Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0.5), widthPx: 4, heightPx: 2, frameToMask: [1, 0, 0, 0, 1, 0] as const } };

function setUp(options?: PoseDetectorOptions, found = true) {
  const requests: TrackRequest[] = [];
  const pixels: number[][] = [];
  const engine: PoseEngine = {
    name: 'wasm', variant: 'lite', warmUp: async () => undefined, reset: vi.fn<() => void>(), dispose: vi.fn<() => void>(),
    async estimate({ data, widthPx, heightPx }, request) {
      requests.push(request);
      pixels.push([widthPx, heightPx, ...data.slice(0, 4)]);
      return found ? { pose: request.wantMask === false ? { ...POSE, mask: undefined } : POSE, personCount: 1 } : undefined;
    },
  };
  // The package's own interface: this line fails to compile when ours is not compatible.
  const detector: PoseDetector = createPoseDetector(engine, options);
  return { detector, engine, requests, pixels };
}
const picture = (): PoseDetectorInput => new ImageData(new Uint8ClampedArray(32), 4, 2);

describe('createPoseDetector', () => {
  it('gives the package’s keypoints: its names, pixels, metres and scores', async () => {
    const [pose] = await setUp().detector.estimatePoses(picture());
    expect(pose?.keypoints.map(({ name }) => name)).toEqual(KEYPOINT_NAMES);
    expect(pose?.keypoints3D?.map(({ name }) => name)).toEqual(KEYPOINT_NAMES);
    const [nose] = POSE.landmarks;
    expect(pose?.keypoints[0]).toEqual({ x: nose?.x, y: nose?.y, z: nose?.z, score: 1, name: 'nose' });
    expect(pose?.score).toBe(1);
  });

  it('gives no pose where there is nobody', async () => {
    expect(await setUp({}, false).detector.estimatePoses(picture())).toEqual([]);
  });

  it('mirrors points and mask when asked', async () => {
    const { detector } = setUp();
    const [[straight], [mirrored]] = [await detector.estimatePoses(picture()), await detector.estimatePoses(picture(), { flipHorizontal: true })];
    expect(mirrored?.keypoints[11]?.x).toBeCloseTo(3 - (straight?.keypoints[11]?.x ?? NaN));
    const row = async (pose: typeof straight) => [...((await pose?.segmentation?.mask.toImageData())?.data ?? [])].filter((_, k) => k % 4 === 0).slice(0, 4);
    expect([await row(straight), await row(mirrored)]).toEqual([[255, 0, 0, 0], [0, 0, 0, 255]]);
  });

  it('gives the mask in red and alpha, as image and as tensor', async () => {
    const [pose] = await setUp().detector.estimatePoses(picture());
    const mask = pose?.segmentation?.mask;
    expect(mask?.getUnderlyingType()).toBe('imagedata');
    const tensor = await mask?.toTensor();
    expect(tensor?.shape).toEqual([2, 4, 4]);
    expect([...(tensor?.dataSync().slice(0, 4) ?? [])]).toEqual([255, 0, 0, 255]);
    expect([...(tensor?.dataSync().slice(28) ?? [])]).toEqual([128, 0, 0, 128]);
    expect(pose?.segmentation?.maskValueToLabel(200)).toBe('person');
    expect(() => pose?.segmentation?.maskValueToLabel(256)).toThrow(RangeError);
    expect(() => pose?.segmentation?.maskValueToLabel(0.5)).toThrow(RangeError);
  });

  it('computes no mask and smooths as its options say', async () => {
    const { detector, requests } = setUp({ enableSegmentation: false, enableSmoothing: true });
    const [pose] = await detector.estimatePoses(picture());
    expect(pose?.segmentation).toBeUndefined();
    expect(requests).toEqual([{ atMs: 33, wantMask: false, smooth: true }]);
  });

  it('goes by the given time, else on from the last', async () => {
    const { detector, requests } = setUp();
    await detector.estimatePoses(picture(), {}, 500);
    await detector.estimatePoses(picture());
    expect(requests.map(({ atMs }) => atMs)).toEqual([500, 533]);
  });

  it('takes a tensor', async () => {
    const { detector, pixels } = setUp();
    await detector.estimatePoses(tensor3d([9, 8, 7, 6, 5, 4], [1, 2, 3], 'int32'));
    expect(pixels).toEqual([[2, 1, 9, 8, 7, 255]]);
  });

  it('hands reset and dispose on', () => {
    const { detector, engine } = setUp();
    detector.reset();
    detector.dispose();
    expect([engine.reset, engine.dispose].map((call) => vi.mocked(call).mock.calls.length)).toEqual([1, 1]);
  });
});
