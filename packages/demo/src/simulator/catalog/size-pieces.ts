/** How a shop buys its sizes: most in the middle. */
const SPREAD = 0.22;

/** Whole pieces by size, at least one of each, most in the middle of the chart. @param pieces about how many in all */
export function sizePieces(labels: readonly string[], pieces: number): Readonly<Record<string, number>> {
  const middle = (labels.length - 1) * 0.42;
  const shares = labels.map((_, k) => Math.exp(-(((k - middle) / Math.max(1, labels.length - 1) / SPREAD) ** 2) / 2));
  const sum = shares.reduce((total, share) => total + share, 0);
  return Object.fromEntries(labels.map((label, k) => [label, Math.max(1, Math.round((pieces * (shares[k] ?? 0)) / sum))]));
}
