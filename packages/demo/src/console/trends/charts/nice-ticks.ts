const STEPS = [1, 2, 2.5, 5, 10];

/** Round, evenly spaced numbers, ascending, that hold all values from `low` to `high`: at least two, at most `most` + 2. */
export function niceTicks(low: number, high: number, most: number): readonly number[] {
  const raw = (high > low ? high - low : Math.abs(high) || 1) / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((factor) => factor * power >= raw) ?? 10) * power;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  const count = Math.max(last - first, 1) + 1;
  // What is added up step by step is not round.
  return Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}
