/** Offsets that are told apart, cm: -12 to 12 by a half. */
export const OFFSETS_CM: readonly number[] = Array.from({ length: 49 }, (_, index) => -12 + index * 0.5);

/** Natural logarithms over `OFFSETS_CM`, of anything proportional to a likelihood. */
export type LogGrid = readonly number[];

export const FLAT: LogGrid = OFFSETS_CM.map(() => 0);

export const added = (a: LogGrid, b: LogGrid): LogGrid => a.map((value, i) => value + (b[i] ?? 0));

export const subtracted = (a: LogGrid, b: LogGrid): LogGrid => a.map((value, i) => value - (b[i] ?? 0));

/** The grid with its largest value at 0, rounded: what is stored stays short, and the same everywhere. */
export function settled(grid: LogGrid): LogGrid {
  const largest = Math.max(...grid);
  return grid.map((value) => Number((value - largest).toFixed(6)));
}

/** Probabilities that sum to 1. */
export function normalised(grid: LogGrid): number[] {
  const largest = Math.max(...grid);
  const weights = grid.map((value) => Math.exp(value - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** How a child's offset (a garment of a brand, a zone of a garment) scatters about its parent's: mostly narrow, seldom far. */
export interface Scatter {
  readonly narrowCm: number;
  readonly wideCm: number;
  /** Share (0-1) that is far off. */
  readonly wideShare: number;
}

/** Row by parent, column by child: probabilities of the child's offset. */
export function scatterMatrix({ narrowCm, wideCm, wideShare }: Scatter): readonly (readonly number[])[] {
  return OFFSETS_CM.map((parentCm) => {
    const [narrow, wide] = [narrowCm, wideCm].map((sdCm) => normalised(OFFSETS_CM.map((cm) => -0.5 * ((cm - parentCm) / sdCm) ** 2)));
    return OFFSETS_CM.map((_, i) => (1 - wideShare) * (narrow?.[i] ?? 0) + wideShare * (wide?.[i] ?? 0));
  });
}

/** What a child's evidence says of its parent. */
export function upward(scatter: readonly (readonly number[])[], child: LogGrid): LogGrid {
  const largest = Math.max(...child);
  const weights = child.map((value) => Math.exp(value - largest));
  return scatter.map((row) => largest + Math.log(row.reduce((sum, probability, i) => sum + probability * (weights[i] ?? 0), 1e-300)));
}

/** What is believed of a parent, as a belief in its child before any evidence of the child's own. */
export function downward(scatter: readonly (readonly number[])[], parent: LogGrid): LogGrid {
  const weights = normalised(parent);
  return OFFSETS_CM.map((_, i) => Math.log(scatter.reduce((sum, row, j) => sum + (row[i] ?? 0) * (weights[j] ?? 0), 1e-300)));
}
