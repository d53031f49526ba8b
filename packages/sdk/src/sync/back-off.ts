const BASE_MS = 1000;
const MOST_MS = 300_000;

/** How long to wait after the n-th failure in a row (from 1): exponential with full jitter, so that devices which failed together do not come back together. */
export function backOffMs(failures: number, random: () => number): number {
  return random() * Math.min(MOST_MS, BASE_MS * 2 ** (failures - 1));
}
