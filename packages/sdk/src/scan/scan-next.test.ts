import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAME_HINTS } from '../inference/frame-reading.ts';
import { SDK_ERROR_CODES } from '../sdk-error.ts';
import { type ScanEffect, type ScanEvent, type ScanMachine, initialScan } from './scan-machine.ts';
import { scanNext } from './scan-next.ts';
import { SCAN_RULES } from './scan-rules.ts';
import { LIVE_STEPS, SCAN_STEPS, type ScanStep } from './scan-state.ts';
import { SCAN_TABLE, isLive } from './scan-table.ts';
import { snapshotOf } from './snapshot-of.ts';
import { texts } from './texts/texts.ts';

type Untimed = ScanEvent extends infer E ? (E extends ScanEvent ? Omit<E, 'atMs'> : never) : never;

const BODY = { source: 'camera', profile: { statureCm: 165 }, measurements: {} } as const;
const OUTLINE = { widthPx: 720, heightPx: 1280, points: Float32Array.of(0, 0, 1, 0, 1, 1) };
const reading = (hint?: (typeof FRAME_HINTS)[number], steadyMs = hint ? 0 : 5000) =>
  ({ frameWidthPx: 720, frameHeightPx: 1280, outline: new Float32Array(0), steadyMs, ...(hint && { hint }) });

function play(events: readonly Untimed[], stepMs = 100, start: ScanMachine = initialScan(0)) {
  let machine = start;
  let atMs = start.sinceMs;
  const effects: ScanEffect[] = [];
  for (const event of events) {
    const move = scanNext(machine, { ...event, atMs: (atMs += stepMs) });
    machine = move.machine;
    effects.push(...move.effects);
  }
  return { machine, effects };
}

/** Ready frames, each sent in the step the machine is in. */
function ready(start: ScanMachine, count: number, hint?: (typeof FRAME_HINTS)[number]) {
  let machine = start;
  const effects: ScanEffect[] = [];
  for (let i = 0; i < count && isLive(machine.step); i++) {
    const move = scanNext(machine, { type: 'frame-read', step: machine.step, reading: reading(hint), atMs: machine.atMs + 100 });
    machine = move.machine;
    effects.push(...move.effects);
  }
  return { machine, effects };
}

const opened = () => play([{ type: 'start' }, { type: 'camera-opened' }]).machine;
const until = (step: ScanStep): ScanMachine => {
  let machine = opened();
  for (let i = 0; i < 500 && machine.step !== step; i++) machine = ready(machine, 1).machine;
  expect(machine.step).toBe(step);
  return machine;
};

describe('a scan', () => {
  it('goes from the front to the side to the measurement', () => {
    const steps: ScanStep[] = [];
    let machine = opened();
    for (let i = 0; i < 500 && isLive(machine.step); i++) {
      if (steps.at(-1) !== machine.step) steps.push(machine.step);
      machine = ready(machine, 1).machine;
    }
    expect([...steps, machine.step]).toEqual([...LIVE_STEPS, 'measuring']);
    expect(play([{ type: 'measured', outcome: { status: 'measured', body: BODY, outlines: { front: OUTLINE, side: OUTLINE } } }], 100, machine).machine.step).toBe('done');
  });

  it('waits for a second of standing still before it counts down, and for the countdown before it takes pictures', () => {
    const machine = opened();
    const early = scanNext(machine, { type: 'frame-read', step: 'framing-front', reading: reading(undefined, SCAN_RULES.steadyMs - 1), atMs: 300 });
    expect(early.machine.step).toBe('framing-front');
    const held = scanNext(early.machine, { type: 'frame-read', step: 'framing-front', reading: reading(undefined, SCAN_RULES.steadyMs), atMs: 400 }).machine;
    expect(held.step).toBe('hold-front');
    const almost = scanNext(held, { type: 'frame-read', step: 'hold-front', reading: reading(), atMs: 399 + SCAN_RULES.holdMs }).machine;
    expect(almost.step).toBe('hold-front');
    expect(scanNext(almost, { type: 'frame-read', step: 'hold-front', reading: reading(), atMs: 400 + SCAN_RULES.holdMs }).machine.step).toBe('capturing-front');
  });

  it('counts down in whole seconds', () => {
    const held = until('hold-front');
    const shown = [0, 999, 1001, 1999].map((laterMs) => snapshotOf({ ...held, atMs: held.sinceMs + laterMs }, { widthPx: 1, heightPx: 1 }, texts('en')));
    expect(shown.map((state) => ('countdown' in state ? state.countdown : undefined))).toEqual([2, 2, 1, 1]);
  });

  it('frames anew when something is wrong while holding', () => {
    expect(ready(until('hold-front'), 1, 'moving').machine.step).toBe('framing-front');
  });

  it('takes 15 frames of a view at speed, 10 when the device is slow', () => {
    const counts = [100, 400].map((frameMs) => {
      let machine = until('capturing-front');
      let frames = 0;
      for (; machine.step === 'capturing-front'; frames++) {
        machine = scanNext(machine, { type: 'frame-read', step: 'capturing-front', reading: reading(), atMs: machine.atMs + frameMs }).machine;
      }
      return frames;
    });
    expect(counts).toEqual([SCAN_RULES.wantedFrames, SCAN_RULES.enoughFrames]);
  });

  it('drops what it has of a view when the person is lost in the middle of it', () => {
    const lost = ready(ready(until('capturing-side'), 5).machine, 20, 'no-person');
    expect(lost.machine).toMatchObject({ step: 'framing-side', kept: 0, missing: ['side'] });
    expect(lost.effects).toContainEqual({ type: 'forget', view: 'side' });
  });

  it('does not count a frame the worker does not keep', () => {
    const machine = until('capturing-front');
    const unsteady = scanNext(machine, { type: 'frame-read', step: 'capturing-front', reading: reading(undefined, 0), atMs: machine.atMs + 50 });
    expect(unsteady.machine.kept).toBe(machine.kept);
  });

  it('is silent about the side view while the person turns, but not for ever', () => {
    const turning = ready(until('turn'), 3, 'not-side-on').machine;
    expect(turning.step).toBe('turn');
    // The first frames of a new view carry no hint yet.
    expect(scanNext(turning, { type: 'frame-read', step: 'turn', reading: reading(undefined, 0), atMs: turning.atMs + 50 }).machine.step).toBe('turn');
    expect(ready(turning, 1, 'arms-over-hip').machine.step).toBe('framing-side');
    expect(snapshotOf(turning, { widthPx: 1, heightPx: 1 }, texts('en'))).not.toHaveProperty('hint');
    expect(ready(turning, SCAN_RULES.turnMs / 100 + 1, 'not-side-on').machine.step).toBe('framing-side');
  });

  it('takes one view anew after the result, keeping the other', () => {
    const measuring = until('measuring');
    const done = play([{ type: 'measured', outcome: { status: 'measured', body: BODY, outlines: { front: OUTLINE, side: OUTLINE } } }], 100, measuring).machine;
    const again = play([{ type: 'retake', view: 'front' }], 100, done);
    expect(again.effects).toEqual([{ type: 'forget', view: 'front' }, { type: 'open-camera' }]);
    const framing = play([{ type: 'camera-opened' }], 100, again.machine).machine;
    expect(framing.step).toBe('framing-front');
    const finished = ready(framing, 500);
    expect(finished.machine.step).toBe('measuring');
    expect(finished.effects).not.toContainEqual({ type: 'forget', view: 'side' });
  });

  it('offers to retake the view that was refused', () => {
    const refused = play([{ type: 'measured', outcome: { status: 'refused', view: 'side', reason: 'feet-cut' } }], 100, until('measuring')).machine;
    expect(refused).toMatchObject({ step: 'failed', missing: ['side'], failure: { kind: 'refused', reason: 'feet-cut', offers: ['retake', 'photos', 'manual'] } });
    expect(play([{ type: 'retry' }, { type: 'camera-opened' }], 100, refused).machine.step).toBe('framing-side');
  });

  it('takes both views anew when they disagree', () => {
    const refused = play([{ type: 'measured', outcome: { status: 'refused', view: 'side', reason: 'views-disagree' } }], 100, until('measuring')).machine;
    expect(play([{ type: 'retake', view: 'side' }], 100, refused).machine.missing).toEqual(['front', 'side']);
  });

  it('goes on with what is missing after the camera was lost, with everything after the worker was', () => {
    const retried = (code: 'camera-lost' | 'worker-lost') => play([{ type: 'fault', code }, { type: 'retry' }, { type: 'camera-opened' }], 100, until('capturing-side')).machine;
    expect(retried('camera-lost')).toMatchObject({ step: 'framing-side', missing: ['side'] });
    expect(retried('worker-lost')).toMatchObject({ step: 'framing-front', missing: ['front', 'side'] });
  });

  it('pauses while the page is hidden and begins the view again', () => {
    const hidden = play([{ type: 'page-hidden' }], 100, until('capturing-front'));
    expect(hidden.machine).toMatchObject({ step: 'framing-front', paused: true });
    expect(hidden.effects).toEqual([{ type: 'forget', view: 'front' }]);
    expect(ready(hidden.machine, 50).machine.step).toBe('framing-front');
    const shown = play([{ type: 'page-shown' }], 100, hidden.machine).machine;
    expect(ready(shown, 50).machine.step).not.toBe('framing-front');
  });

  it('ignores an answer that belongs to an earlier step', () => {
    const machine = until('framing-side');
    expect(scanNext(machine, { type: 'frame-read', step: 'capturing-front', reading: reading(), atMs: 1e6 }).machine).toBe(machine);
  });

  it('keeps the first fault', () => {
    const machine = play([{ type: 'fault', code: 'camera-lost' }, { type: 'fault', code: 'unexpected' }], 100, opened()).machine;
    expect(machine.failure).toMatchObject({ code: 'camera-lost' });
  });
});

const view = fc.constantFrom('front' as const, 'side' as const);
// Alone, single events never get a scan past its first steps: runs of good frames do.
const goodFrames: fc.Arbitrary<Untimed[]> = fc.nat({ max: 120 }).map((count) => [
  ...Array.from({ length: count }, (): Untimed => ({ type: 'frame-read', step: 'framing-front', reading: reading() })),
  { type: 'measured', outcome: { status: 'measured', body: BODY, outlines: { front: OUTLINE, side: OUTLINE } } },
]);

const anyEvent: fc.Arbitrary<Untimed> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ type: fc.constant('frame-read' as const), step: fc.constantFrom(...LIVE_STEPS), reading: fc.option(fc.constantFrom(...FRAME_HINTS), { nil: undefined }).map((hint) => reading(hint)) }) },
  { weight: 3, arbitrary: fc.constantFrom<Untimed>({ type: 'start' }, { type: 'camera-opened' }, { type: 'retry' }) },
  { weight: 1, arbitrary: fc.constantFrom<Untimed>({ type: 'page-hidden' }, { type: 'page-shown' }, { type: 'camera-changed' }, { type: 'cancel' }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('fault' as const), code: fc.constantFrom(...SDK_ERROR_CODES) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('retake' as const), view }) },
  { weight: 1, arbitrary: fc.oneof(
    fc.constant<Untimed>({ type: 'measured', outcome: { status: 'measured', body: BODY, outlines: { front: OUTLINE, side: OUTLINE } } }),
    view.map<Untimed>((of) => ({ type: 'measured', outcome: { status: 'refused', view: of, reason: 'sitting' } })),
  ) },
);

describe('whatever happens', () => {
  const run = (events: readonly Untimed[], follow: boolean, check: (before: ScanMachine, after: ScanMachine, effects: readonly ScanEffect[]) => void) => {
    let machine = initialScan(0);
    let atMs = 0;
    for (const event of events) {
      const step = machine.step;
      const actual = event.type === 'frame-read' && follow && isLive(step) ? { ...event, step } : event;
      const move = scanNext(machine, { ...actual, atMs: (atMs += 250) });
      check(machine, move.machine, move.effects);
      machine = move.machine;
    }
    return machine;
  };
  const events = fc.array(fc.oneof(fc.array(anyEvent, { maxLength: 8 }), goodFrames), { maxLength: 12 }).map((chunks) => chunks.flat());

  it('no move leaves the table', () => {
    const strayed: string[] = [];
    fc.assert(fc.property(events, fc.boolean(), (list, follow) => {
      run(list, follow, (before, after) => {
        if (before.step !== after.step && !SCAN_TABLE[before.step].includes(after.step)) strayed.push(`${before.step} -> ${after.step}`);
      });
    }));
    expect(strayed).toEqual([]);
  });

  it('every step can be reached', () => {
    const seen = new Set<ScanStep>();
    fc.assert(fc.property(events, (list) => void run(list, true, (_, after) => seen.add(after.step))), { numRuns: 400 });
    seen.add(initialScan(0).step);
    expect([...SCAN_STEPS].filter((step) => !seen.has(step))).toEqual([]);
  });

  it('the camera is open only while it is used, and closed at every end', () => {
    fc.assert(fc.property(events, (list) => {
      let isOpen = false;
      run(list, true, (_, after, effects) => {
        for (const { type } of effects) isOpen = type === 'open-camera' || (isOpen && type !== 'close-camera');
        expect(isOpen).toBe(after.step === 'permission' || isLive(after.step));
      });
    }));
  });

  it('the scan can be cancelled from everywhere but a finished scan', () => {
    fc.assert(fc.property(events, (list) => {
      const machine = run(list, true, () => undefined);
      const { machine: after } = scanNext(machine, { type: 'cancel', atMs: 1e9 });
      expect(after.step).toBe(machine.step === 'done' ? 'done' : 'cancelled');
    }));
  });

  it('there is always a view to take, and a way on from a failure', () => {
    const stuck: ScanMachine[] = [];
    fc.assert(fc.property(events, (list) => {
      run(list, true, (_, after) => {
        const state = snapshotOf(after, { widthPx: 1, heightPx: 1 }, texts('vi'));
        const nothingToTake = isLive(after.step) && after.missing.length === 0;
        const noWayOn = state.step === 'failed' && !state.failure.offers.includes('manual');
        if (nothingToTake || noWayOn) stuck.push(after);
      });
    }));
    expect(stuck).toEqual([]);
  });
});
