import type { StatisticsCell, StatisticsCount, StatisticsRepository } from './statistics-repository.ts';

interface Held extends StatisticsCell {
  pending: number;
  published: number;
}

const curveOf = ({ audience, zone, design }: StatisticsCell): string => [audience, zone, design].join(' ');

/** Counts that live as long as the process. */
export function createMemoryStatistics(): StatisticsRepository {
  const tenants = new Map<string, Map<string, Held>>();
  const heldBy = (tenantId: string): Map<string, Held> => {
    const held = tenants.get(tenantId) ?? new Map<string, Held>();
    tenants.set(tenantId, held);
    return held;
  };
  return {
    async add(tenantId, cells) {
      const held = heldBy(tenantId);
      for (const cell of cells) {
        const key = `${curveOf(cell)} ${cell.cell}`;
        const count = held.get(key) ?? { ...cell, pending: 0, published: 0 };
        count.pending += 1;
        held.set(key, count);
      }
    },
    async publish(tenantId, leastNew) {
      const all = [...heldBy(tenantId).values()];
      for (const [, curve] of Map.groupBy(all, curveOf)) {
        if (curve.reduce((sum, { pending }) => sum + pending, 0) < leastNew) continue;
        for (const count of curve) {
          count.published += count.pending;
          count.pending = 0;
        }
      }
      return all.filter(({ published }) => published > 0).map(({ audience, zone, design, cell, published }) => ({ audience, zone, design, cell, count: published })).sort(inOrder);
    },
  };
}

function inOrder(one: StatisticsCount, other: StatisticsCount): number {
  const [first, second] = [curveOf(one), curveOf(other)];
  if (first !== second) return first < second ? -1 : 1;
  return one.cell - other.cell;
}
