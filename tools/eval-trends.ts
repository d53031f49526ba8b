import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CHANGE_WEEKS, MAX_HORIZON_WEEKS, type TrendSeries, readTrendCsv } from '@vua/models/trend';
import { LEAST_WEEKS, evaluateTrends } from '../packages/models/training/trend/evaluate-trends.ts';
import { problemText } from '../packages/models/training/trend/problem-text.ts';
import { openReferenceLines } from '../packages/models/training/trend/reference-lines.ts';
import { trendTable } from '../packages/models/training/trend/trend-table.ts';

const HELP = `npm run eval:trends -- --data CSV [--horizon N] [--unseen FOLDS] [--history N] [--out FILE]

Forecasts the last year of weekly series from all before it, and compares the ensemble, each of its members, seasonal
naive, ETS (without seasons) and MSTL with what came true. At 13 weeks from every third week of the year; at 52 from its
start. Nothing is learned from the year that is reported, and nothing is random but the drawing of series for the
intervals, which has a fixed seed.

  --data CSV    a row per week, ISO date first, a column per series; 156 weeks or more
  --horizon N   weeks ahead, 13 to 52 (default 13)
  --unseen N    forecast every series by what was learned from others: they are dealt out to N folds, 2 to 20
  --history N   tell each forecast the last N weeks of its series only, 13 or more: how well do new tags go?
  --out FILE    write the figures as JSON`;

const SHOWN_PROBLEMS = 20;
const MAX_FOLDS = 20;

const { values } = parseArgs({
  options: { data: { type: 'string' }, horizon: { type: 'string', default: String(CHANGE_WEEKS) }, unseen: { type: 'string', default: '1' }, history: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const horizonWeeks = Number(values.horizon);
const folds = Number(values.unseen);
const historyWeeks = values.history === undefined ? undefined : Number(values.history);

if (values.help) console.log(HELP);
else if (values.data === undefined || !existsSync(values.data)) fail(`--data must name a CSV file\n\n${HELP}`);
else if (!Number.isInteger(horizonWeeks) || horizonWeeks < CHANGE_WEEKS || horizonWeeks > MAX_HORIZON_WEEKS) fail(`--horizon must be a whole number from ${CHANGE_WEEKS} to ${MAX_HORIZON_WEEKS}`);
else if (!Number.isInteger(folds) || folds < 1 || folds > MAX_FOLDS) fail(`--unseen must be a whole number from 2 to ${MAX_FOLDS}`);
else if (historyWeeks !== undefined && (!Number.isInteger(historyWeeks) || historyWeeks < CHANGE_WEEKS)) fail(`--history must be a whole number from ${CHANGE_WEEKS}`);
else run(values.data);

function run(file: string): void {
  const reading = readTrendCsv(readFileSync(file, 'utf8'));
  if (reading.status === 'read') return judge(file, reading.series);
  const { problems } = reading;
  const more = problems.length > SHOWN_PROBLEMS ? [`and ${problems.length - SHOWN_PROBLEMS} more`] : [];
  fail([`${file} is refused:`, ...problems.slice(0, SHOWN_PROBLEMS).map(problemText), ...more].join('\n'));
}

function judge(file: string, series: readonly TrendSeries[]): void {
  const weeks = series[0]?.values.length ?? 0;
  if (weeks < LEAST_WEEKS) return fail(`${file} has ${weeks} weeks; a year to report and two before it are ${LEAST_WEEKS}`);
  const report = evaluateTrends(series, { horizonWeeks, folds, ...(historyWeeks !== undefined && { historyWeeks }), lines: openReferenceLines(), onProgress: (text) => process.stderr.write(`eval:trends: ${text}\n`) });
  if (report.methods.ensemble === undefined) return fail(`${file} has no series that can be judged`);
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(report, undefined, 2)}\n`);
  console.log(trendTable(report));
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
