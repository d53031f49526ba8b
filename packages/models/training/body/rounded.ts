/** Rounds for a file that people read. */
export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
