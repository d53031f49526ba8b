/** A sample as quantiles at (k + 0.5) / count, with four digits and, as in JSON, without -0. */
export function toQuantiles(sample: readonly number[], count: number): number[] {
  const sorted = Float64Array.from(sample).sort();
  return Array.from({ length: count }, (_, k) => Number(interpolate(sorted, (k + 0.5) / count).toFixed(4)) + 0);
}

/** The value below which `share` of the sample lies. */
export function quantileAt(quantiles: readonly number[], share: number): number {
  return interpolate(quantiles, share);
}

/** Share of the sample above `value`, continuous in it. */
export function shareAbove(quantiles: readonly number[], value: number): number {
  const n = quantiles.length;
  const above = quantiles.findIndex((quantile) => quantile > value);
  if (above < 0) return 0.5 / n;
  if (above === 0) return 1 - 0.5 / n;
  const low = quantiles[above - 1] as number;
  const part = (value - low) / ((quantiles[above] as number) - low);
  return 1 - (above - 0.5 + part) / n;
}

function interpolate(sorted: ArrayLike<number>, share: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, share * sorted.length - 0.5));
  const low = Math.floor(place);
  const start = sorted[low] as number;
  const end = sorted[Math.min(sorted.length - 1, low + 1)] as number;
  return start + (end - start) * (place - low);
}
