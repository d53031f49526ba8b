/** Fewest answers in a published cell. */
export const K_ANONYMITY = 20;

export interface CountedCell {
  readonly cell: number;
  readonly count: number;
}

/** Neighbouring cells, published as one. */
export interface MergedCell {
  /** First cell; absent: from the smallest body on. */
  readonly from: number | undefined;
  /** Last cell; absent: up to the largest body. */
  readonly to: number | undefined;
  readonly count: number;
}

/**
 * Joins neighbouring cells until each has at least `least` answers. Nothing is left out: what would be too few joins its neighbour,
 * so the sum of the published cells is the total, and no difference gives a smaller group away. The outermost cells are open,
 * since their ends would be single bodies'.
 * @param cells ascending by `cell`
 * @returns cells without gaps; empty where all together are fewer than `least`
 */
export function mergeCells(cells: readonly CountedCell[], least: number = K_ANONYMITY): readonly MergedCell[] {
  const groups: { to: number; count: number }[] = [];
  let waiting = 0;
  for (const { cell, count } of cells) {
    waiting += count;
    if (waiting < least) continue;
    groups.push({ to: cell, count: waiting });
    waiting = 0;
  }
  const last = groups.at(-1);
  if (last === undefined) return [];
  last.count += waiting;
  return groups.map(({ to, count }, index) => ({
    from: index === 0 ? undefined : (groups[index - 1]?.to ?? 0) + 1,
    to: index === groups.length - 1 ? undefined : to,
    count,
  }));
}
