import { sampleMask, type PersonMask } from '../pose/index.ts';
import { trunkLine, type Arm, type Figure } from './figure.ts';
import { fallingEdge } from './mask-row.ts';
import { along, distanceToSegment, xAtRow } from './polyline.ts';
import type { RowEdges } from './trace-front.ts';
import type { PointPx } from './view-profile.ts';

/** Half-widths of the arm in heights of the silhouette. */
const ARM_HALF = { upper: 0.029, fore: 0.024, hand: 0.022 } as const;

/** Edges of the trunk on row `y` of a side view; an edge that an arm or a hand may form is missing. */
export function traceSideRow(mask: PersonMask, figure: Figure, y: number, heightPx: number): RowEdges {
  const centreX = xAtRow(trunkLine(figure), y);
  if (Number.isNaN(centreX) || sampleMask(mask, centreX, y) < 0.5) return [NaN, NaN];
  const edge = (side: 1 | -1): number => {
    const x = fallingEdge(mask, y, centreX, centreX + side * 0.3 * heightPx);
    return figure.arms.some((arm) => isOnArm({ x, y }, arm, heightPx)) ? NaN : x;
  };
  return [edge(-1), edge(1)];
}

function isOnArm(p: PointPx, arm: Arm, heightPx: number): boolean {
  const tips = along(arm.wrist, arm.knuckles, 2);
  return (
    distanceToSegment(p, arm.shoulder, arm.elbow) < ARM_HALF.upper * heightPx ||
    distanceToSegment(p, arm.elbow, arm.wrist) < ARM_HALF.fore * heightPx ||
    distanceToSegment(p, arm.wrist, tips) < ARM_HALF.hand * heightPx + arm.knuckleHalfSpanPx
  );
}
