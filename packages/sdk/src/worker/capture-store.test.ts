import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CapturedFrame, createCaptureStore, KEEP_MS, knownCamera } from './capture-store.ts';

const frame = (pitchDeg?: number, weights: CapturedFrame['weights'] = 'full'): CapturedFrame => ({
  weights,
  profile: {} as CapturedFrame['profile'], outline: { widthPx: 1, heightPx: 1, points: new Float32Array() },
  ...(pitchDeg !== undefined && { tilt: { pitchDeg, rollDeg: 0 } }),
});

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe('the capture store', () => {
  it('keeps body points for five minutes and no longer', () => {
    expect(KEEP_MS).toBe(300_000);
    const store = createCaptureStore();
    store.add('front', frame());
    store.add('side', frame());
    vi.advanceTimersByTime(KEEP_MS - 1);
    expect([store.frames('front').length, store.frames('side').length]).toEqual([1, 1]);
    vi.advanceTimersByTime(1);
    expect([store.frames('front').length, store.frames('side').length]).toEqual([0, 0]);
  });

  it('lets each frame go at its own time, however long the scan goes on', () => {
    const store = createCaptureStore();
    store.add('front', frame(1));
    vi.advanceTimersByTime(KEEP_MS - 1000);
    store.add('front', frame(2));
    vi.advanceTimersByTime(1000);
    expect(store.frames('front').map(({ tilt }) => tilt?.pitchDeg)).toEqual([2]);
    vi.advanceTimersByTime(KEEP_MS);
    expect(store.frames('front')).toEqual([]);
  });

  it('keeps the newest twenty of a view', () => {
    const store = createCaptureStore();
    for (let k = 0; k < 25; k++) store.add('front', frame(k));
    expect(store.frames('front').map(({ tilt }) => tilt?.pitchDeg)).toEqual(Array.from({ length: 20 }, (_, k) => k + 5));
  });

  it('counts the frames of each of the weights apart', () => {
    const store = createCaptureStore();
    for (let k = 0; k < 25; k++) {
      store.add('front', frame(k));
      if (k % 5 === 0) store.add('front', frame(k, 'lite'));
    }
    const count = (of: CapturedFrame['weights']): number => store.frames('front').filter(({ weights }) => weights === of).length;
    expect([count('full'), count('lite')]).toEqual([20, 5]);
  });

  it('forgets one view, or both', () => {
    const store = createCaptureStore();
    for (const view of ['front', 'side'] as const) store.add(view, frame());
    store.forget('front');
    expect([store.frames('front').length, store.frames('side').length]).toEqual([0, 1]);
    store.add('front', frame());
    store.forget();
    expect([store.frames('front').length, store.frames('side').length]).toEqual([0, 0]);
  });
});

describe('knownCamera', () => {
  it('is the mean pitch of the frames that know theirs, in radians', () => {
    expect(knownCamera([frame(2), frame(), frame(4)]).pitchRad).toBeCloseTo((3 * Math.PI) / 180);
    expect(knownCamera([frame()])).toEqual({});
  });
});
