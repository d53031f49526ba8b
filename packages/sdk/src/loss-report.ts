/** Counts events that are lost, and says so once for each reason: a shop should know, its console should not fill. */
export interface LossReport {
  add(counts: Readonly<Record<string, number>>): void;
  counts(): Readonly<Record<string, number>>;
}

export function createLossReport(warn: (message: string) => void): LossReport {
  const sums = new Map<string, number>();
  return {
    add(counts) {
      for (const [reason, count] of Object.entries(counts)) {
        if (count === 0) continue;
        if (!sums.has(reason)) warn(`Vừa: lost events (${reason}: ${count}); see vua.diagnose()`);
        sums.set(reason, (sums.get(reason) ?? 0) + count);
      }
    },
    counts: () => Object.fromEntries(sums),
  };
}
