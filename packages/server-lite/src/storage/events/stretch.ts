/** 2^18 ms, about 4.4 minutes: short enough to search through, long enough that a session touches few. */
const STRETCH_MS = 262_144;

/** Number of the stretch of time in which this lies. */
export const stretchOf = (timeMs: number): number => Math.floor(timeMs / STRETCH_MS);

/** First millisecond of a stretch. */
export const stretchStartMs = (stretch: number): number => stretch * STRETCH_MS;

export interface StretchRange {
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
}

/** Neighbouring stretches as one range. @param stretches ascending. */
export function joinStretches(stretches: readonly number[]): readonly StretchRange[] {
  const ranges: StretchRange[] = [];
  for (const stretch of stretches) {
    const before = ranges.at(-1);
    if (before !== undefined && stretch <= before.last + 1) ranges[ranges.length - 1] = { first: before.first, last: stretch };
    else ranges.push({ first: stretch, last: stretch });
  }
  return ranges;
}
