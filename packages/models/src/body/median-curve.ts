/** A level that fewer than this share of the frames saw is missing. */
const SEEN_SHARE = 0.3;

/** Median of several curves level by level, missing values (NaN) left out. */
export function medianCurve(curves: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: curves[0]?.length ?? 0 }, (_, i) => {
    const seen = curves.map((curve) => curve[i] as number).filter(Number.isFinite).toSorted((a, b) => a - b);
    if (seen.length === 0 || seen.length < SEEN_SHARE * curves.length) return NaN;
    const middle = (seen.length - 1) / 2;
    return ((seen[Math.floor(middle)] as number) + (seen[Math.ceil(middle)] as number)) / 2;
  });
}
