import { TREND_CLASSES } from '../../src/trend/index.ts';
import { line } from '../body/table-line.ts';
import { METHOD_NAMES, type TrendReport } from './evaluate-trends.ts';

/** A report as lines to print. */
export function trendTable({ horizon, series, origins, methods, classes, intervals, weeklyIntervals, leftOut }: TrendReport): string {
  const gain = 1 - (methods.ensemble?.maeRelativeChange ?? NaN) / (methods.seasonalNaive?.maeRelativeChange ?? NaN);
  return [
    `${series} series, ${horizon} weeks ahead, from ${origins} weeks of the last year; left out: ${leftOut.zeroBase} with a base of 0, ${leftOut.notSeen} not seen`,
    line(['', 'MAE change', '95 % from', 'to', 'MASE', 'MAPE']),
    ...METHOD_NAMES.flatMap((name) => {
      const figures = methods[name];
      if (figures === undefined) return [];
      return [line([name, ...[figures.maeRelativeChange, ...figures.interval, figures.mase, figures.mape].map(text)])];
    }),
    `the ensemble's change is missed by ${percent(gain)} less than seasonal naive's`,
    '', line(['class', 'came true', 'said', 'precision']),
    ...TREND_CLASSES.map((name) => line([name, percent(classes.baseRates[name]), classes.issued[name].n, text(classes.issued[name].precision)])),
    `precision of what was said ${text(classes.precision)} (mean over classes), said in ${percent(classes.coverage)}`,
    '', line(['inside the interval of', '80 %', '95 %']),
    line(['relative change', percent(intervals[80]), percent(intervals[95])]),
    line(['single weeks', percent(weeklyIntervals[80]), percent(weeklyIntervals[95])]),
  ].join('\n');
}

const text = (value: number | null): string => (value === null ? '-' : value.toFixed(4));
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
