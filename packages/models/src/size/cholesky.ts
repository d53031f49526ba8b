const SHRINK = 0.9;

/**
 * Lower triangle L with L L' = the correlation matrix. A matrix that is not positive definite (rounding, gaps in what is known)
 * is drawn towards independence until it is.
 */
export function choleskyOfCorrelation(correlation: readonly (readonly number[])[]): number[][] {
  for (let keep = 1; keep > 0.01; keep *= SHRINK) {
    const lower = cholesky(correlation, keep);
    if (lower) return lower;
  }
  return correlation.map((_, row) => correlation.map((_, column) => (row === column ? 1 : 0)));
}

function cholesky(correlation: readonly (readonly number[])[], keep: number): number[][] | undefined {
  const lower: number[][] = [];
  for (let i = 0; i < correlation.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = lower[j] ?? row;
      const dot = row.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0);
      const rest = (i === j ? 1 : keep * (correlation[i]?.[j] ?? 0)) - dot;
      if (i === j && !(rest > 1e-9)) return undefined;
      row.push(i === j ? Math.sqrt(rest) : rest / (other[j] ?? 1));
    }
    lower.push(row);
  }
  return lower;
}
