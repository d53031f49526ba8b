/** The same values moved apart to at least `gap`, downwards from the smallest, in the order given. */
export function spread(values: readonly number[], gap: number): number[] {
  const result = [...values];
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  order.forEach((index, rank) => {
    const above = order[rank - 1];
    if (above !== undefined) result[index] = Math.max(values[index] ?? 0, (result[above] ?? 0) + gap);
  });
  return result;
}
