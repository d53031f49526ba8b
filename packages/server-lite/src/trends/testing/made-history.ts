import { mondayOf } from '@vua/models/trend';
import { createNoise } from './create-noise.ts';

export interface MadeTag {
  readonly tag: string;
  /** Weeks until the top of its season. */
  readonly phaseWeeks: number;
  /** A year, such as 0.4 for 40 % more. */
  readonly growth: number;
}

/** A yearly wave with growth and a little noise; the same each time. */
export function madeValues({ phaseWeeks, growth }: MadeTag, weeks: number, amplitude = 0.4): readonly number[] {
  const noise = createNoise(phaseWeeks + Math.round(1000 * growth) + 1);
  return Array.from({ length: weeks }, (_, week) => 10 * (1 + amplitude * Math.sin((2 * Math.PI * (week - phaseWeeks)) / 52)) * (1 + growth) ** (week / 52) * (1 + 0.04 * noise()));
}

/** Weekly history as a shop would upload it. @param firstWeek number of the first week */
export function madeCsv(tags: readonly MadeTag[], firstWeek: number, weeks: number): string {
  const columns = tags.map((tag) => madeValues(tag, weeks));
  const rows = Array.from({ length: weeks }, (_, k) => [mondayOf(firstWeek + k), ...columns.map((column) => (column[k] ?? 0).toFixed(4))].join(','));
  return [['week', ...tags.map(({ tag }) => tag)].join(','), ...rows].join('\n');
}
