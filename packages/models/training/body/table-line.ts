/** A line of a table: the first cell to the left, the others to the right. */
export function line([name, ...cells]: readonly (string | number)[]): string {
  return `${String(name).padEnd(26)}${cells.map((cell) => String(cell).padStart(10)).join('')}`.trimEnd();
}

/** A figure with two digits; `!` behind it when it is further from 0 than `limit`. */
export function figure(value: number | null | undefined, limit = Infinity): string {
  if (value === null || value === undefined) return '-';
  return `${value.toFixed(2)}${Math.abs(value) > limit ? '!' : ''}`;
}
