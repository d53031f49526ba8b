import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simplify } from './simplify.ts';

it('keeps the corners of a square and drops the points between', () => {
  const loop = [0, 0, 1, 0, 2, 0, 2, 1, 2, 2, 1, 2, 0, 2, 0, 1];
  expect(simplify(loop, 0.1)).toEqual([0, 0, 2, 0, 2, 2, 0, 2]);
});

it('keeps loops of four points and fewer as they are', () => {
  expect(simplify([0, 0, 1, 0, 1, 1], 9)).toEqual([0, 0, 1, 0, 1, 1]);
});

it('never moves a point and never leaves one farther away than the tolerance', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), { minLength: 12, maxLength: 60 }), (radii) => {
    const loop = radii.flatMap((r, i) => [r * Math.cos((2 * Math.PI * i) / radii.length), r * Math.sin((2 * Math.PI * i) / radii.length)]);
    const kept = simplify(loop, 0.05);
    expect(kept.length).toBeLessThanOrEqual(loop.length);
    for (let i = 0; i < loop.length; i += 2) expect(distanceToLoop(loop[i] ?? 0, loop[i + 1] ?? 0, kept)).toBeLessThanOrEqual(0.05 + 1e-9);
  }));
});

function distanceToLoop(px: number, py: number, loop: readonly number[]): number {
  let best = Infinity;
  for (let i = 0; i < loop.length; i += 2) {
    const [ax, ay, bx, by] = [0, 1, 2, 3].map((k) => loop[(i + k) % loop.length] ?? 0) as [number, number, number, number];
    // Distance to the line through the segment, as the algorithm judges it, not below the distance to the segment's line.
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const t = Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length ** 2));
    best = Math.min(best, Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay)));
  }
  return best;
}
