/** Ramer-Douglas-Peucker on a closed loop x0, y0, x1, y1, ...: drops points nearer than `tolerance` to the line that stays. */
export function simplify(loop: readonly number[], tolerance: number): number[] {
  const n = loop.length / 2;
  if (n <= 4) return [...loop];
  const keep = new Uint8Array(n);
  const far = farthestFrom(loop, 0);
  keep[0] = 1;
  keep[far] = 1;
  const open: [number, number][] = [[0, far], [far, n]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, to] = range;
    const worst = worstBetween(loop, from, to);
    if (worst.distance <= tolerance) continue;
    keep[worst.index] = 1;
    open.push([from, worst.index], [worst.index, to]);
  }
  return loop.filter((_, i) => keep[i >> 1] === 1);
}

function farthestFrom(loop: readonly number[], start: number): number {
  let best = { index: start, distance: -1 };
  for (let i = 0; i < loop.length / 2; i += 1) {
    const distance = Math.hypot(x(loop, i) - x(loop, start), y(loop, i) - y(loop, start));
    if (distance > best.distance) best = { index: i, distance };
  }
  return best.index;
}

function worstBetween(loop: readonly number[], from: number, to: number): { index: number; distance: number } {
  const dx = x(loop, to) - x(loop, from);
  const dy = y(loop, to) - y(loop, from);
  const length = Math.hypot(dx, dy) || 1;
  let worst = { index: from, distance: 0 };
  for (let i = from + 1; i < to; i += 1) {
    const distance = Math.abs((x(loop, i) - x(loop, from)) * dy - (y(loop, i) - y(loop, from)) * dx) / length;
    if (distance > worst.distance) worst = { index: i, distance };
  }
  return worst;
}

const x = (loop: readonly number[], i: number): number => loop[(2 * i) % loop.length] as number;
const y = (loop: readonly number[], i: number): number => loop[(2 * i + 1) % loop.length] as number;
