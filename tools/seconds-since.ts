/** Time since `startedMs` (of `performance.now()`) as text, such as `2.4 s`. */
export function secondsSince(startedMs: number): string {
  return `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
}
