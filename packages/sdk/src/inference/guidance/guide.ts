import type { FrameHint } from '../frame-reading.ts';
import { assessFrame } from './assess-frame.ts';
import { type MotionSample, bodySpeed, extendTrail, motionSample } from './body-motion.ts';
import { bodyGeometry } from './body-geometry.ts';
import type { FrameFacts } from './frame-facts.ts';

/** How hints come and go. Speeds in torsos a second (a torso is about half a metre). */
export const GUIDE_RULES = {
  /** A fault shorter than this makes the frame unusable but is not shown. */
  raiseAfterMs: 250,
  /** A hint that is shown stays at least so long. */
  showAtLeastMs: 700,
  /** `moving` is raised above, and cleared below. */
  moving: { raise: 0.3, clear: 0.2 },
} as const;

/** What the guidance remembers from frame to frame. Holds body points of the last 600 ms: keep it in the worker. */
export interface GuideMemory {
  readonly shown?: { readonly hint: FrameHint; readonly sinceMs: number };
  /** Since when something has been wrong, whatever it was. */
  readonly faultySinceMs?: number;
  /** Since when all has been well. */
  readonly wellSinceMs?: number;
  readonly trail: readonly MotionSample[];
}

export const FRESH_GUIDE: GuideMemory = { trail: [] };

export interface Guidance {
  /** The one hint to show. */
  readonly hint?: FrameHint;
  /** Milliseconds that all has been well; 0 with a hint. */
  readonly steadyMs: number;
  /** True when this very frame may be measured: no hint is shown and nothing is wrong with it. */
  readonly usable: boolean;
  readonly memory: GuideMemory;
}

/** Chooses the hint of a frame, given what came before. Begin with {@link FRESH_GUIDE}, also when the view changes. Pure. */
export function guide(memory: GuideMemory, facts: FrameFacts): Guidance {
  const { atMs, pose } = facts;
  const trail = pose ? extendTrail(memory.trail, motionSample(pose, bodyGeometry(pose).torsoPx, atMs)) : [];
  const fault = assessFrame(facts, memory.shown?.hint) ?? motionFault(trail, memory.shown?.hint);
  const faultySinceMs = fault && (memory.faultySinceMs ?? atMs);
  const shown = nextShown(memory.shown, fault, atMs - (faultySinceMs ?? atMs), atMs);
  const usable = fault === undefined && shown === undefined;
  const wellSinceMs = usable ? (memory.wellSinceMs ?? atMs) : undefined;
  return {
    ...(shown && { hint: shown.hint }),
    steadyMs: wellSinceMs === undefined ? 0 : atMs - wellSinceMs,
    usable,
    memory: { shown, faultySinceMs, wellSinceMs, trail },
  };
}

function motionFault(trail: readonly MotionSample[], shown: FrameHint | undefined): FrameHint | undefined {
  const speed = bodySpeed(trail);
  const { raise, clear } = GUIDE_RULES.moving;
  return speed !== undefined && speed > (shown === 'moving' ? clear : raise) ? 'moving' : undefined;
}

function nextShown(shown: GuideMemory['shown'], fault: FrameHint | undefined, faultyMs: number, atMs: number): GuideMemory['shown'] {
  if (shown && (fault === shown.hint || atMs - shown.sinceMs < GUIDE_RULES.showAtLeastMs)) return shown;
  if (!fault) return undefined;
  return shown || faultyMs >= GUIDE_RULES.raiseAfterMs ? { hint: fault, sinceMs: atMs } : undefined;
}
