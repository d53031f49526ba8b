export interface FilledValues {
  readonly values: Float64Array;
  /** Number of weeks that were cut from the start because nothing was seen before. */
  readonly skipped: number;
  readonly missing: number;
}

/**
 * Values from the first seen week on, with gaps bridged by a straight line and an open end held at what was seen last.
 * What is no finite number of 0 or more counts as not seen.
 */
export function fillGaps(raw: readonly (number | null)[]): FilledValues {
  const skipped = raw.findIndex(isSeen);
  if (skipped < 0) return { values: new Float64Array(0), skipped: raw.length, missing: 0 };
  const values = new Float64Array(raw.length - skipped);
  let missing = 0;
  let last = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = raw[i + skipped];
    if (!isSeen(value)) missing += 1;
    else {
      if (last < i - 1) bridge(values, last, i, value);
      values[i] = value;
      last = i;
    }
  }
  values.fill(values[last] as number, last);
  return { values, skipped, missing };
}

const isSeen = (value: number | null | undefined): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

function bridge(values: Float64Array, from: number, to: number, end: number): void {
  const start = values[from] as number;
  for (let i = from + 1; i < to; i += 1) values[i] = start + ((end - start) * (i - from)) / (to - from);
}
