/** Mean of values[from..to), 0 when there are none. */
export function meanOf(values: ArrayLike<number>, from = 0, to = values.length): number {
  // Two sums: no addition waits for the one before it.
  let even = 0;
  let odd = 0;
  let i = from;
  for (; i + 1 < to; i += 2) {
    even += values[i] as number;
    odd += values[i + 1] as number;
  }
  if (i < to) even += values[i] as number;
  return to > from ? (even + odd) / (to - from) : 0;
}

/** `Float64Array.from({ length }, ...)`, many times as fast. */
export function tabulate(length: number, valueAt: (index: number) => number): Float64Array {
  const values = new Float64Array(length);
  for (let i = 0; i < length; i += 1) values[i] = valueAt(i);
  return values;
}

/** Mean of values[at - radius .. at + radius], as far as they exist. */
export function smoothedAt(values: ArrayLike<number>, at: number, radius: number): number {
  return meanOf(values, Math.max(0, at - radius), Math.min(values.length, at + radius + 1));
}

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Remainder that is never negative. */
export const modulo = (value: number, by: number): number => ((value % by) + by) % by;
