import type { PointPx } from './view-profile.ts';

/** Where a polyline that runs down the picture crosses row `y`; NaN above its start and below its end. */
export function xAtRow(points: readonly PointPx[], y: number): number {
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1] as PointPx;
    const b = points[i] as PointPx;
    if ((a.y <= y && y <= b.y) || (b.y <= y && y <= a.y)) {
      return a.y === b.y ? b.x : a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);
    }
  }
  return NaN;
}

/** Distance (px) of a point from a segment. */
export function distanceToSegment(p: PointPx, a: PointPx, b: PointPx): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

export function midpoint(a: PointPx, b: PointPx): PointPx {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** The point `t` of the way from a to b; beyond b for t > 1. */
export function along(a: PointPx, b: PointPx, t: number): PointPx {
  return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
}
