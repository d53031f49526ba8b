const FIRST_MS = 60_000;
const MOST_MS = 6 * 3_600_000;

/** How long to wait after so many failures in a row: a minute, doubled each time, six hours at most, less up to a half by chance. @param random 0 up to 1 */
export function backOffMs(failures: number, random: () => number): number {
  const fullMs = Math.min(MOST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(fullMs * (1 - random() / 2));
}
