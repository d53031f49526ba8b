import { sampleMask, type PersonMask } from '../pose/index.ts';

/** A probability above this is person. */
export const PERSON = 0.5;

/**
 * Walks along row `y` from `fromX` to `toX` (px, either direction) and returns where the mask first falls below
 * PERSON, to a fraction of a pixel; NaN when it starts outside the person or never falls.
 */
export function fallingEdge(mask: PersonMask, y: number, fromX: number, toX: number): number {
  const step = toX >= fromX ? 1 : -1;
  let before = sampleMask(mask, fromX, y);
  if (before < PERSON) return NaN;
  for (let walked = 1; walked <= Math.abs(toX - fromX); walked += 1) {
    const x = fromX + step * walked;
    const now = sampleMask(mask, x, y);
    if (now < PERSON) return x - (step * (PERSON - now)) / (before - now);
    before = now;
  }
  return NaN;
}

/** Largest probability of row `y` between two columns, sampled every `stepPx`. */
export function rowMax(mask: PersonMask, y: number, fromX: number, toX: number, stepPx: number): number {
  let most = 0;
  for (let x = fromX; x <= toX; x += stepPx) most = Math.max(most, sampleMask(mask, x, y));
  return most;
}
