/** 0-1 from the left and from the bottom. Null: no value here, the line is broken. */
export type ChartPoint = { readonly x: number; readonly y: number } | null;

/** Lines and bands are drawn in a square of this side, which is stretched to its place. */
export const SIDE = 100;

/** SVG path through the points. */
export function linePath(points: readonly ChartPoint[]): string {
  let isBroken = true;
  return points.map((point) => {
    if (point === null) {
      isBroken = true;
      return '';
    }
    const command = isBroken ? 'M' : 'L';
    isBroken = false;
    return `${command}${pair(point)}`;
  }).join('');
}

/** SVG path around what lies between two lines with the same x. */
export function bandPath(lower: readonly NonNullable<ChartPoint>[], upper: readonly NonNullable<ChartPoint>[]): string {
  return lower.length === 0 ? '' : `${linePath([...upper, ...lower.toReversed()])}Z`;
}

const pair = ({ x, y }: NonNullable<ChartPoint>): string => `${round(SIDE * x)} ${round(SIDE * (1 - y))}`;

const round = (value: number): number => Math.round(100 * value) / 100;
