import { sampleMask, type PersonMask } from '../pose/index.ts';
import { armLine, trunkLine, type Figure } from './figure.ts';
import { fallingEdge } from './mask-row.ts';
import { xAtRow } from './polyline.ts';

/** Left and right edge of the trunk on one row (px); NaN = not seen. */
export type RowEdges = readonly [leftPx: number, rightPx: number];

/**
 * Edges of the trunk on row `y` of a front view. Where an arm hangs beside the trunk there must be background
 * between the two; where they touch, the edge is missing rather than wrong.
 */
export function traceFrontRow(mask: PersonMask, figure: Figure, y: number, reachPx: number): RowEdges {
  const centreX = xAtRow(trunkLine(figure), y);
  if (Number.isNaN(centreX) || sampleMask(mask, centreX, y) < 0.5) return [NaN, NaN];
  const armsX = figure.arms.map((arm) => xAtRow(armLine(arm), y)).filter((x) => !Number.isNaN(x));
  const edge = (side: 1 | -1): number => {
    const armDistances = armsX.map((x) => side * (x - centreX)).filter((distance) => distance > 0);
    const limitPx = Math.min(reachPx, ...armDistances);
    return fallingEdge(mask, y, centreX, centreX + side * limitPx);
  };
  return [edge(-1), edge(1)];
}
