/** A sum whose parts lose half of their weight with each half-life. */
export interface DecayedSum {
  value: number;
  atMs: number;
}

/** Adds `weight` of the time `atMs`, in place; times may come in any order. */
export function addDecayed(sum: DecayedSum, weight: number, atMs: number, halfLifeMs: number): void {
  if (atMs >= sum.atMs) {
    sum.value = valueAt(sum, atMs, halfLifeMs) + weight;
    sum.atMs = atMs;
  } else sum.value += weight * 2 ** ((atMs - sum.atMs) / halfLifeMs);
}

/** What is left of it. */
export const valueAt = ({ value, atMs }: DecayedSum, nowMs: number, halfLifeMs: number): number => value * 2 ** ((atMs - Math.max(nowMs, atMs)) / halfLifeMs);
