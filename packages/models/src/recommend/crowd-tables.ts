import type { Crowd, RankedItem } from './recommendation-sources.ts';
import { topItems } from '../sequence/index.ts';

const DAY_MS = 86_400_000;
/** How long an item is new. */
const NEW_MS = 14 * DAY_MS;
/** Items a list tells: more than any filter leaves out of it. */
const RANKED = 1000;

/** What is known of one item by counting. */
export interface CrowdFigures {
  readonly itemId: string;
  readonly popularity: number;
  /** Above 0: trending. */
  readonly trend: number;
  /** UTC milliseconds; 0: not known to be new. */
  readonly firstSeenMs: number;
}

/** Ranks what was counted. @param nowMs the time against which things are new */
export function rankCrowd(figures: readonly CrowdFigures[], popularInSize: Crowd['popularInSize'], nowMs: number): Crowd {
  const ranked = (scoreOf: (figure: CrowdFigures) => number): readonly RankedItem[] => (
    topItems(Float64Array.from(figures, scoreOf), RANKED).flatMap(({ item, score }) => (score > 0 ? [{ itemId: figures[item]?.itemId ?? '', score }] : []))
  );
  return {
    popular: ranked(({ popularity }) => popularity), trending: ranked(({ trend }) => trend),
    newest: ranked(({ firstSeenMs }) => (firstSeenMs > nowMs - NEW_MS ? firstSeenMs : 0)), popularInSize,
  };
}
