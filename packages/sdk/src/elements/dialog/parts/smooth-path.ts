export type PathPoint = readonly [x: number, y: number];

/** SVG curve through the points (Catmull-Rom as cubic Béziers); continues a path that ends at the first point. */
export function smoothPath(points: readonly PathPoint[]): string {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const before = points[index - 1] ?? from;
    const after = points[index + 2] ?? to;
    const first = along(from, before, to);
    const second = along(to, after, from);
    return `C${first} ${second} ${round(to[0])} ${round(to[1])}`;
  }).join('');
}

/** Control point beside `at`, on the line from `back` to `forth`. */
function along(at: PathPoint, back: PathPoint, forth: PathPoint): string {
  return `${round(at[0] + (forth[0] - back[0]) / 6)} ${round(at[1] + (forth[1] - back[1]) / 6)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
