/** Half-way points between rising values, and half a step beyond the first and the last: one more than there are values. */
export function boundariesOf(values: readonly number[]): number[] {
  const between = values.slice(1).map((value, index) => (value + (values[index] ?? 0)) / 2);
  const [first = 0, second = first] = values;
  const last = values.at(-1) ?? 0;
  const beforeLast = values.at(-2) ?? last;
  return [first - (second - first) / 2, ...between, last + (last - beforeLast) / 2];
}
