import type { VideoSize } from '../capture/index.ts';
import type { ScanMachine } from './scan-machine.ts';
import { SCAN_RULES } from './scan-rules.ts';
import type { LiveState, LiveStep, ScanState, ScanStep } from './scan-state.ts';
import { VIEW_OF, isLive } from './scan-table.ts';
import type { ScanTexts } from './texts/scan-texts.ts';

const NO_OUTLINE = new Float32Array(0);

/** Progress (0-1) at the beginning of each step. */
const PROGRESS: Readonly<Record<ScanStep, number>> = {
  idle: 0, permission: 0.02, 'framing-front': 0.05, 'hold-front': 0.12, 'capturing-front': 0.2, turn: 0.45,
  'framing-side': 0.5, 'hold-side': 0.57, 'capturing-side': 0.65, measuring: 0.9, done: 1, failed: 0, cancelled: 0,
};
const CAPTURE_SPAN = 0.25;

/** What subscribers see of the machine. `video` is the size of the live picture. */
export function snapshotOf(machine: ScanMachine, video: VideoSize, words: ScanTexts): ScanState {
  const { step } = machine;
  const common = { caption: captionOf(machine, words), progress: progressOf(machine) };
  if (isLive(step)) return { ...common, ...liveOf(machine, step, video) };
  if (step === 'done' && machine.result) return { ...common, step, body: machine.result.body, outlines: machine.result.outlines };
  if (step === 'failed' && machine.failure) return { ...common, step, failure: machine.failure };
  if (step === 'done' || step === 'failed') throw new Error(`a scan that is ${step} carries its outcome`);
  return { ...common, step };
}

function liveOf(machine: ScanMachine, step: LiveStep, video: VideoSize): Omit<LiveState, 'caption' | 'progress'> {
  const { reading, paused } = machine;
  const hint = step === 'turn' || paused ? undefined : reading?.hint;
  const countdown = countdownOf(machine, step);
  return {
    step, paused, view: VIEW_OF[step], outline: reading?.outline ?? NO_OUTLINE,
    video: reading ? { widthPx: reading.frameWidthPx, heightPx: reading.frameHeightPx } : video,
    ...(hint !== undefined && { hint }),
    ...(countdown !== undefined && { countdown }),
  };
}

function countdownOf(machine: ScanMachine, step: LiveStep): number | undefined {
  if (step !== 'hold-front' && step !== 'hold-side') return undefined;
  return Math.max(1, Math.ceil((SCAN_RULES.holdMs - (machine.atMs - machine.sinceMs)) / 1000));
}

function captionOf(machine: ScanMachine, words: ScanTexts): string {
  const { step, failure, paused, reading } = machine;
  if (failure && step === 'failed') return failure.kind === 'fault' ? words.faults[failure.code] : words.refusals[failure.reason];
  if (!isLive(step)) return words.steps[step];
  if (paused) return words.paused;
  return step !== 'turn' && reading?.hint ? words.hints[reading.hint] : words.steps[step];
}

function progressOf({ step, kept }: ScanMachine): number {
  const taken = step === 'capturing-front' || step === 'capturing-side' ? Math.min(1, kept / SCAN_RULES.wantedFrames) : 0;
  return PROGRESS[step] + taken * CAPTURE_SPAN;
}
