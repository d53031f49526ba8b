import { tabulate } from './numbers.ts';

/**
 * One path out of several: half their mean, half their median, week by week, never below 0. Members that end earlier
 * (the ridge after 13 weeks) are left out of the later weeks. On HERMES to the end of 2018 this beat mean and median alone
 * at 13 and at 52 weeks.
 */
export function combineMembers(paths: readonly Float64Array[], horizonWeeks: number): Float64Array {
  return tabulate(horizonWeeks, (h) => {
    const values = paths.filter((path) => h < path.length).map((path) => Math.max(0, path[h] as number)).sort((a, b) => a - b);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return (mean + medianOf(values)) / 2;
  });
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
