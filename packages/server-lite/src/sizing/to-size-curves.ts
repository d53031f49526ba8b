import type { SizeCurve } from '@vua/models/contracts';
import { binEdgeCm, estimateShare, type ResponseDesign } from '@vua/models/privacy';
import { mergeCells, type MergedCell } from './merge-cells.ts';
import { parseDesign } from './statistics-design.ts';
import type { StatisticsCount } from './statistics-repository.ts';

/** Curves of which no cell has fewer answers than k; those that would have none are left out. */
export function toSizeCurves(counts: readonly StatisticsCount[]): readonly SizeCurve[] {
  const curves = Map.groupBy(counts, ({ audience, zone, design }) => [audience, zone, design].join(' '));
  return [...curves.values()].map(toCurve).filter((curve) => curve !== undefined);
}

function toCurve(counts: readonly StatisticsCount[]): SizeCurve | undefined {
  const [first] = counts;
  const merged = mergeCells(counts);
  if (first === undefined || merged.length === 0) return undefined;
  const design = parseDesign(first.design);
  return design === undefined ? roundedCurve(first, merged) : randomizedCurve(first, merged, design);
}

function roundedCurve({ audience, zone }: StatisticsCount, merged: readonly MergedCell[]): SizeCurve {
  const answers = sumOf(merged);
  const cells = merged.map(({ from, to, count }) => ({ ...rangeOf(from, to === undefined ? undefined : to + 1), answers: count, share: count / answers }));
  return { kind: 'rounded', audience, zone, answers, cells };
}

function randomizedCurve({ audience, zone }: StatisticsCount, merged: readonly MergedCell[], design: ResponseDesign): SizeCurve {
  const answers = sumOf(merged);
  const edge = (bin: number | undefined): number | undefined => (bin === undefined ? undefined : binEdgeCm(zone, bin, design.bins));
  const cells = merged.map(({ from, to, count }) => {
    const end = to === undefined ? undefined : to + 1;
    const width = (end ?? design.bins) - (from ?? 0);
    return { ...rangeOf(edge(from), edge(end)), answers: count, ...estimateShare(count, answers, width, design) };
  });
  return { kind: 'randomized', audience, zone, ...design, answers, cells };
}

const sumOf = (merged: readonly MergedCell[]): number => merged.reduce((sum, { count }) => sum + count, 0);

function rangeOf(fromCm: number | undefined, belowCm: number | undefined): { fromCm?: number; belowCm?: number } {
  return { ...(fromCm === undefined ? {} : { fromCm }), ...(belowCm === undefined ? {} : { belowCm }) };
}
