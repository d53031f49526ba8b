import type { VuaEvent } from '@vua/models/contracts';
import { DWELL_EDGES_MS, GAP_EDGES_MS, type StepType, bucketOf } from '@vua/models/sequence';
import { HISTORY_LIMITS, type HistoryLimits, mergeMoments } from './merge-moments.ts';
import { type Moment, momentsOf } from './moment.ts';

/** One step of a shopper, as the sequence model takes it. Buckets: see `bucketOf`; 0 is not known. */
export interface SequenceStep {
  readonly itemId: string;
  readonly type: StepType;
  /** How long a view lasted: until the session's next step with another item, or else until its last step. */
  readonly dwellBucket: number;
  readonly priceBucket: number;
  /** Time since the step before, of whichever session. */
  readonly gapBucket: number;
}

/** The steps that events tell of, oldest first; events may come in every order and more than once. @param nowMs UTC milliseconds; default: the time of the last event. */
export function sequenceOf(events: readonly VuaEvent[], nowMs?: number, limits: HistoryLimits = HISTORY_LIMITS): readonly SequenceStep[] {
  const endMs = nowMs ?? events.reduce((latest, { timeMs }) => Math.max(latest, timeMs), 0);
  return stepsOf(mergeMoments([], events.flatMap(momentsOf), endMs, limits));
}

/** @param moments in the order of their time. */
export function stepsOf(moments: readonly Moment[]): readonly SequenceStep[] {
  const dwells = dwellsOf(moments);
  return moments.map(({ itemId, type, priceBucket, timeMs }, index) => {
    const before = moments[index - 1];
    return { itemId, type, dwellBucket: bucketOf(dwells[index], DWELL_EDGES_MS), priceBucket, gapBucket: bucketOf(before && timeMs - before.timeMs, GAP_EDGES_MS) };
  });
}

/** What a session did next, seen from the end. */
interface Ahead {
  readonly itemId: string;
  readonly timeMs: number;
  /** Time of the first later step with another item. */
  readonly otherMs: number | undefined;
  readonly lastMs: number;
}

/** How long each view lasted, milliseconds; undefined for what is no view, and where nothing followed. */
function dwellsOf(moments: readonly Moment[]): readonly (number | undefined)[] {
  const sessions = new Map<string, Ahead>();
  const dwells = moments.toReversed().map(({ sessionId, itemId, timeMs, type }) => {
    const ahead = sessions.get(sessionId);
    const otherMs = ahead && ahead.itemId !== itemId ? ahead.timeMs : ahead?.otherMs;
    sessions.set(sessionId, { itemId, timeMs, otherMs, lastMs: ahead?.lastMs ?? timeMs });
    const untilMs = otherMs ?? ahead?.lastMs;
    return type === 'view_item' && untilMs !== undefined ? untilMs - timeMs : undefined;
  });
  return dwells.toReversed();
}
