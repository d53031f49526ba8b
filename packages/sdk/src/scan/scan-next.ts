import type { FrameReading, View } from '../inference/frame-reading.ts';
import { faultFailure, losesCaptures, refusedFailure } from './scan-failure.ts';
import { BOTH_VIEWS, type ScanEffect, type ScanEvent, type ScanMachine, type ScanMove } from './scan-machine.ts';
import type { RefusalReason } from '../worker/scan-worker-api.ts';
import { SCAN_RULES } from './scan-rules.ts';
import type { LiveStep, ScanStep } from './scan-state.ts';
import { VIEW_OF, canMove, isLive } from './scan-table.ts';

type Handler<T extends ScanEvent['type']> = (machine: ScanMachine, event: Extract<ScanEvent, { type: T }>) => ScanMove;
type FrameEvent = Extract<ScanEvent, { type: 'frame-read' }>;

const BUZZ_READY: ScanEffect = { type: 'vibrate', patternMs: [60] };
const BUZZ_TAKEN: ScanEffect = { type: 'vibrate', patternMs: [60, 80, 60] };
const BUZZ_FAILED: ScanEffect = { type: 'vibrate', patternMs: [250] };

/** What a scan does on an event. Pure: the world is told through effects. An event that has no place in the step changes nothing. */
export function scanNext(machine: ScanMachine, event: ScanEvent): ScanMove {
  const handle = HANDLERS[event.type] as Handler<typeof event.type>;
  return handle(machine, event);
}

const HANDLERS: { readonly [T in ScanEvent['type']]: Handler<T> } = {
  start: (machine, { atMs }) => (machine.step === 'idle' ? openFor(machine, BOTH_VIEWS, atMs) : stay(machine)),
  'camera-opened': (machine, { atMs }) => (machine.step === 'permission' ? frameNext(machine, atMs) : stay(machine)),
  'frame-read': (machine, event) => (isLive(machine.step) && event.step === machine.step && !machine.paused ? readFrame(machine, machine.step, event) : stay(machine)),
  measured: (machine, { outcome, atMs }) => {
    if (machine.step !== 'measuring') return stay(machine);
    if (outcome.status === 'measured') return move(machine, 'done', atMs, { result: outcome, reading: undefined }, [BUZZ_TAKEN]);
    const missing = OF_BOTH_VIEWS.has(outcome.reason) ? BOTH_VIEWS : [outcome.view];
    return move(machine, 'failed', atMs, { missing, failure: refusedFailure(outcome.view, outcome.reason, 'camera'), reading: undefined }, [BUZZ_FAILED]);
  },
  fault: (machine, { code, atMs }) => {
    // The first fault is the reason; what it brings down after it is not.
    if (machine.step === 'failed') return stay(machine);
    const missing = losesCaptures(code) || machine.missing.length === 0 ? BOTH_VIEWS : machine.missing;
    return move(machine, 'failed', atMs, { missing, failure: faultFailure(code), reading: undefined }, [{ type: 'close-camera' }, BUZZ_FAILED]);
  },
  retake: (machine, { view, atMs }) => {
    const missing = inOrder([view, ...machine.missing]);
    if (machine.step === 'done' || machine.step === 'failed') return openFor(machine, missing, atMs);
    if (!isLive(machine.step)) return stay(machine);
    return frameNext({ ...machine, missing }, atMs, missing.map(forget));
  },
  retry: (machine, { atMs }) => (machine.step === 'failed' ? openFor(machine, machine.missing, atMs) : stay(machine)),
  'camera-changed': (machine, { atMs }) => (isLive(machine.step) ? openFor(machine, machine.missing, atMs, [{ type: 'close-camera' }]) : stay(machine)),
  'page-hidden': (machine, { atMs }) => {
    const hidden = { ...machine, paused: true };
    return isLive(machine.step) && machine.step !== 'turn' ? frameNext(hidden, atMs, machine.missing.slice(0, 1).map(forget)) : stay(hidden);
  },
  'page-shown': (machine, { atMs }) => stay({ ...machine, paused: false, sinceMs: atMs, keptAtMs: atMs }),
  cancel: (machine, { atMs }) => move(machine, 'cancelled', atMs, { reading: undefined }, [{ type: 'close-camera' }]),
};

function readFrame(machine: ScanMachine, step: LiveStep, { reading, atMs }: FrameEvent): ScanMove {
  const seen = { ...machine, reading, atMs };
  if (step === 'turn') return turned(reading) || atMs - machine.sinceMs >= SCAN_RULES.turnMs ? frameNext(seen, atMs) : stay(seen);
  if (step === 'framing-front' || step === 'framing-side') return framed(seen, reading, atMs);
  if (step === 'hold-front' || step === 'hold-side') return held(seen, reading, atMs);
  return captured(seen, reading, atMs);
}

/** Seen side-on: all is well, or something else is to mend. A hint takes a moment to come, so none alone says nothing. */
const turned = ({ hint, steadyMs }: FrameReading): boolean =>
  hint === undefined ? steadyMs > 0 : hint !== 'not-side-on' && hint !== 'no-person' && hint !== 'moving';

function framed(machine: ScanMachine, reading: FrameReading, atMs: number): ScanMove {
  const ready = reading.hint === undefined && reading.steadyMs >= SCAN_RULES.steadyMs;
  return ready ? move(machine, `hold-${viewOf(machine)}`, atMs, {}, [BUZZ_READY]) : stay(machine);
}

function held(machine: ScanMachine, reading: FrameReading, atMs: number): ScanMove {
  if (reading.hint !== undefined) return frameNext(machine, atMs);
  if (atMs - machine.sinceMs < SCAN_RULES.holdMs) return stay(machine);
  return move(machine, `capturing-${viewOf(machine)}`, atMs, { kept: 0, keptAtMs: atMs });
}

function captured(machine: ScanMachine, reading: FrameReading, atMs: number): ScanMove {
  // No hint and not steady: a fault too short to be shown, the worker keeps no such frame.
  if (reading.hint !== undefined || reading.steadyMs === 0) {
    return atMs - machine.keptAtMs < SCAN_RULES.lostMs ? stay(machine) : frameNext(machine, atMs, [forget(viewOf(machine))]);
  }
  const kept = machine.kept + 1;
  const slow = atMs - machine.sinceMs >= SCAN_RULES.slowMs;
  if (kept < (slow ? SCAN_RULES.enoughFrames : SCAN_RULES.wantedFrames)) return stay({ ...machine, kept, keptAtMs: atMs });
  return viewTaken({ ...machine, kept, keptAtMs: atMs }, atMs);
}

function viewTaken(machine: ScanMachine, atMs: number): ScanMove {
  const missing = machine.missing.slice(1);
  if (missing.length > 0) return move(machine, 'turn', atMs, { missing }, [BUZZ_TAKEN]);
  return move(machine, 'measuring', atMs, { missing, reading: undefined }, [{ type: 'close-camera' }, { type: 'measure' }, BUZZ_TAKEN]);
}

/** Opens the camera for the views in `missing`, whose earlier frames no longer count. */
function openFor(machine: ScanMachine, missing: readonly View[], atMs: number, before: readonly ScanEffect[] = []): ScanMove {
  const fresh = { missing, kept: 0, keptAtMs: atMs, reading: undefined, failure: undefined, result: undefined };
  return move(machine, 'permission', atMs, fresh, [...before, ...missing.map(forget), { type: 'open-camera' }]);
}

function frameNext(machine: ScanMachine, atMs: number, effects: readonly ScanEffect[] = []): ScanMove {
  return move(machine, `framing-${viewOf(machine)}`, atMs, { kept: 0, keptAtMs: atMs }, effects);
}

function move(machine: ScanMachine, step: ScanStep, atMs: number, change: Partial<ScanMachine> = {}, effects: readonly ScanEffect[] = []): ScanMove {
  if (step === machine.step) return { machine: { ...machine, ...change }, effects };
  if (!canMove(machine.step, step)) return stay(machine);
  return { machine: { ...machine, ...change, step, sinceMs: atMs }, effects };
}

const stay = (machine: ScanMachine): ScanMove => ({ machine, effects: [] });

const forget = (view: View): ScanEffect => ({ type: 'forget', view });

/** Refusals after which neither picture is of use. */
const OF_BOTH_VIEWS: ReadonlySet<RefusalReason> = new Set(['views-disagree', 'clothes-loose']);

const inOrder = (views: readonly View[]): readonly View[] => BOTH_VIEWS.filter((view) => views.includes(view));

const viewOf = (machine: ScanMachine): View => machine.missing[0] ?? (isLive(machine.step) ? VIEW_OF[machine.step] : 'front');
