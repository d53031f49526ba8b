import type { Moment } from './moment.ts';

/** How much of the past is kept. */
export interface HistoryLimits {
  readonly steps: number;
  readonly ageMs: number;
}

export const HISTORY_LIMITS: HistoryLimits = { steps: 200, ageMs: 30 * 24 * 3_600_000 };

/** Both, oldest first, each moment once, as far as it is within the limits at `nowMs`. In whatever order and how often they come, the outcome is the same. */
export function mergeMoments(kept: readonly Moment[], added: readonly Moment[], nowMs: number, { steps, ageMs }: HistoryLimits = HISTORY_LIMITS): readonly Moment[] {
  const once = new Map([...added, ...kept].map((moment) => [`${moment.eventId} ${moment.line}`, moment]));
  const fresh = [...once.values()].filter(({ timeMs }) => timeMs > nowMs - ageMs);
  return fresh.sort(byTime).slice(-steps);
}

function byTime(left: Moment, right: Moment): number {
  return left.timeMs - right.timeMs || compare(left.eventId, right.eventId) || left.line - right.line;
}

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
