import { TREND_CLASSES } from '../../src/trend/index.ts';
import { line } from '../body/table-line.ts';
import { type TrendReport, weeksText } from './evaluate-trends.ts';

/** A report as lines to print. */
export function trendTable({ horizon, series, origins, folds, methods, classes, intervals, weeklyIntervals, leftOut }: TrendReport): string {
  const gain = 1 - (methods.ensemble?.maeRelativeChange ?? NaN) / (methods.seasonalNaive?.maeRelativeChange ?? NaN);
  return [
    `${series} series, ${horizon} weeks ahead, from ${weeksText(origins)} of the last year; left out: ${leftOut.zeroBase} with a base of 0, ${leftOut.notSeen} not seen`,
    ...(folds > 1 ? [`every series was forecast by what was learned from others: it was in the one of ${folds} folds that the fit did not see`] : []),
    line(['', 'MAE change', '95 % from', 'to', 'MASE', 'MAPE']),
    ...Object.entries(methods).map(([name, { maeRelativeChange, interval, mase, mape }]) => line([name, ...[maeRelativeChange, ...interval, mase, mape].map(text)])),
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
