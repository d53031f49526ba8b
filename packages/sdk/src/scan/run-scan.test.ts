import type { BodyProfile } from '@vua/models/body';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SdkError } from '../sdk-error.ts';
import { createMemoryCamera } from '../testing/memory-camera.ts';
import { createMemoryScanWorker } from '../testing/memory-scan-worker.ts';
import type { ScanOutcome } from '../worker/scan-worker-api.ts';
import { runScan } from './run-scan.ts';
import type { ScanOptions } from './scan-session.ts';
import type { ScanState, ScanStep } from './scan-state.ts';
import { texts } from './texts/texts.ts';

const PROFILE: BodyProfile = { statureCm: 165 };
const OUTLINE = { widthPx: 720, heightPx: 1280, points: Float32Array.of(0, 0, 1, 0, 1, 1) };
const MEASURED: ScanOutcome = {
  status: 'measured', body: { source: 'camera', profile: PROFILE, measurements: {} }, outlines: { front: OUTLINE, side: OUTLINE },
};

class Page extends EventTarget {
  hidden = false;
  turn(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

function setUp(change: Partial<ScanOptions> = {}) {
  let nowMs = 0;
  const camera = createMemoryCamera({ tick: () => (nowMs += 100) });
  const worker = createMemoryScanWorker(MEASURED);
  const page = new Page();
  const tilt = { opened: 0, closed: 0 };
  const said: string[] = [];
  const vibrate = vi.fn<(patternMs: readonly number[]) => void>();
  const options: ScanOptions = {
    worker, profile: PROFILE, locale: 'en', video: {} as HTMLVideoElement, openCamera: camera.open, page, now: () => nowMs, vibrate,
    openTilt: async () => {
      tilt.opened++;
      return { latest: () => ({ pitchDeg: 3, rollDeg: 0 }), close: () => { tilt.closed++; } };
    },
    voice: { say: (text) => void said.push(text), stop: () => undefined },
    ...change,
  };
  const seen: ScanState[] = [];
  const begin = () => {
    const session = runScan(options);
    session.subscribe((state) => void seen.push(state));
    // Goes on before the next frame is taken: no step is missed.
    const reach = (step: ScanStep) => new Promise<void>((resolve) => {
      session.subscribe((state) => { if (state.step === step) resolve(); });
    });
    return { session, reach };
  };
  return { begin, camera, worker, page, tilt, said, vibrate, seen };
}

let unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => void unhandled.push(reason);
beforeEach(() => {
  unhandled = [];
  process.on('unhandledRejection', onUnhandled);
});
afterEach(() => {
  process.off('unhandledRejection', onUnhandled);
  if (unhandled.length > 0) throw new AggregateError(unhandled, 'a rejection was left unhandled');
});

describe('a scan from beginning to end', () => {
  it('ends with the measured body, the camera and sensors off, 15 frames kept of each view', async () => {
    const { begin, camera, worker, tilt, seen } = setUp();
    const { session, reach } = begin();
    await reach('done');
    expect(session.state()).toMatchObject({ step: 'done', progress: 1, body: { profile: PROFILE } });
    expect(camera.openCount()).toBe(0);
    expect(camera.framesHeld()).toBe(0);
    await vi.waitFor(() => expect(tilt).toEqual({ opened: 1, closed: 1 }));
    expect(worker.kept).toEqual({ front: 15, side: 15 });
    const steps = seen.map(({ step }) => step).filter((step, i, all) => step !== all[i - 1]);
    expect(steps).toEqual(['permission', 'framing-front', 'hold-front', 'capturing-front', 'turn', 'framing-side', 'hold-side', 'capturing-side', 'measuring', 'done']);
    for (const [i, { progress }] of seen.entries()) expect(progress).toBeGreaterThanOrEqual(seen[i - 1]?.progress ?? 0);
  });

  it('says each step aloud and vibrates', async () => {
    const { begin, said, vibrate } = setUp({ locale: 'vi' });
    await begin().reach('done');
    const { steps } = texts('vi');
    expect(said).toEqual([
      steps.permission, steps['framing-front'], steps['hold-front'], steps['capturing-front'], steps.turn,
      steps['framing-side'], steps['hold-side'], steps['capturing-side'], steps.measuring, steps.done,
    ]);
    expect(vibrate).toHaveBeenCalled();
  });

  it('is silent when muted', async () => {
    const { begin, said } = setUp();
    const { session, reach } = begin();
    session.setMuted(true);
    await reach('done');
    expect(said).toEqual([texts('en').steps.permission]);
  });

  it('shows the hint as caption and outline in the snapshot', async () => {
    const { begin, worker, seen } = setUp();
    worker.show('too-far');
    const { session } = begin();
    await vi.waitFor(() => expect(session.state()).toMatchObject({ step: 'framing-front', hint: 'too-far', caption: texts('en').hints['too-far'] }));
    expect(seen.at(-1)).toMatchObject({ video: { widthPx: 720, heightPx: 1280 }, outline: Float32Array.of(1, 2, 3, 4, 5, 6) });
    session.close();
  });

  it('asks for one frame at a time', async () => {
    const { begin, camera, worker } = setUp();
    let release = (): void => undefined;
    const observe = worker.observe.bind(worker);
    worker.observe = async (frame, context) => {
      await new Promise<void>((resolve) => { release = resolve; });
      return observe(frame, context);
    };
    const { session } = begin();
    await vi.waitFor(() => expect(camera.framesHeld()).toBe(1));
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => { setTimeout(resolve, 0); });
    expect(camera.framesHeld()).toBe(1);
    session.close();
    release();
    await vi.waitFor(() => expect(camera.framesHeld()).toBe(0));
  });
});

describe('what goes wrong', () => {
  it.each(['camera-denied', 'camera-missing', 'camera-busy', 'camera-in-use'] as const)('%s: failed, the manual way offered, nothing left on', async (code) => {
    const { begin, camera, tilt } = setUp();
    camera.refuse(code);
    const { session, reach } = begin();
    await reach('failed');
    expect(session.state()).toMatchObject({ failure: { kind: 'fault', code, offers: expect.arrayContaining(['manual']) as unknown }, caption: texts('en').faults[code] });
    await vi.waitFor(() => expect(tilt.closed).toBe(tilt.opened));
  });

  it.each(['camera-lost', 'camera-revoked', 'camera-muted'] as const)('%s in the side view: failed; retrying asks only for the side', async (code) => {
    const { begin, camera, worker } = setUp();
    const { session, reach } = begin();
    await reach('framing-side');
    camera.break(code);
    await reach('failed');
    expect(camera.openCount()).toBe(0);
    session.retry();
    await reach('done');
    expect(worker.calls.filter((call) => call === 'forget front')).toHaveLength(1);
    expect(camera.openedInAll()).toBe(2);
  });

  it.each(['worker-lost', 'out-of-memory', 'gpu-context-lost', 'model-unavailable'] as const)('%s: failed with that code, camera off', async (code) => {
    const { begin, camera, worker } = setUp();
    const { session, reach } = begin();
    await reach('capturing-front');
    worker.break(new SdkError(code));
    await reach('failed');
    expect(session.state()).toMatchObject({ failure: { code } });
    expect(camera.openCount()).toBe(0);
  });

  it('an error nobody foresaw is a failure too', async () => {
    const { begin, worker } = setUp();
    worker.break(new RangeError('boom'));
    const { session, reach } = begin();
    await reach('failed');
    expect(session.state()).toMatchObject({ failure: { code: 'unexpected' } });
  });

  it('a refused view can be taken again', async () => {
    const { begin, worker, camera } = setUp();
    worker.outcome({ status: 'refused', view: 'side', reason: 'outline-unclear' });
    const { session, reach } = begin();
    await reach('failed');
    expect(session.state()).toMatchObject({ failure: { kind: 'refused', view: 'side', reason: 'outline-unclear' } });
    worker.outcome(MEASURED);
    session.retake('side');
    await reach('done');
    expect(worker.kept).toEqual({ front: 15, side: 15 });
    expect(camera.openCount()).toBe(0);
  });

  it('a sensor that fails is done without', async () => {
    const { begin } = setUp({ openTilt: () => Promise.reject(new Error('no sensor')) });
    const { session, reach } = begin();
    await reach('done');
    expect(session.state().progress).toBe(1);
  });
});

describe('ending it', () => {
  it.each(['permission', 'framing-front', 'capturing-front', 'framing-side', 'measuring'] as const)('by the signal, in %s', async (step) => {
    const abort = new AbortController();
    const { begin, camera, worker, tilt } = setUp({ signal: abort.signal });
    if (step === 'measuring') worker.measure = () => new Promise(() => undefined);
    const { session, reach } = begin();
    await reach(step);
    abort.abort();
    expect(session.state().step).toBe('cancelled');
    await vi.waitFor(() => {
      expect(camera.openCount()).toBe(0);
      expect(camera.framesHeld()).toBe(0);
      expect(tilt.closed).toBe(tilt.opened);
    });
  });

  it('before it began', () => {
    const { begin, camera } = setUp({ signal: AbortSignal.abort() });
    expect(begin().session.state().step).toBe('cancelled');
    expect(camera.openedInAll()).toBe(0);
  });

  it('twice, and after the result, changes nothing', async () => {
    const { begin } = setUp();
    const { session, reach } = begin();
    await reach('done');
    session.close();
    session.close();
    expect(session.state().step).toBe('done');
  });
});

it('reads nothing while the page is hidden and goes on when it is seen again', async () => {
  const { begin, page, worker } = setUp();
  const { session, reach } = begin();
  await reach('capturing-front');
  page.turn(true);
  expect(session.state()).toMatchObject({ step: 'framing-front', paused: true, caption: texts('en').paused });
  // The frame that was under way may still be answered.
  await vi.waitFor(() => expect(worker.calls.at(-1)).toBe('forget front'));
  const before = worker.calls.length;
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => { setTimeout(resolve, 0); });
  expect(worker.calls.length).toBe(before);
  page.turn(false);
  await reach('done');
  expect(worker.kept).toEqual({ front: 15, side: 15 });
});

it('changes the camera in the middle of the scan', async () => {
  const { begin, camera } = setUp();
  const { session, reach } = begin();
  await reach('framing-front');
  session.useCamera('environment');
  await reach('done');
  expect(camera.openedInAll()).toBe(2);
  expect(camera.openCount()).toBe(0);
});

it('throws on a profile that cannot be', () => {
  expect(() => setUp({ profile: { statureCm: Number.NaN } }).begin()).toThrowError(expect.objectContaining({ code: 'input-invalid' }));
});
