import { Value } from 'typebox/value';
import { MAX_SIZES, SizeChart } from '../../../contracts/index.ts';
import { lintSizeChart, type ChartFinding } from '../lint-size-chart.ts';
import { buildChart } from './build-chart.ts';
import { chartFileProblem, type ChartFilePlace, type ChartFileProblem } from './chart-file-problem.ts';
import { CHART_SETTING_WORDS, isSettingName, withChartSettings, type ChartSettings, type FullSettings, type WrittenSetting } from './chart-settings.ts';
import type { Cell } from './parse-delimited.ts';
import { readColumns, zoneName, type Column } from './read-columns.ts';
import { readHeader } from './read-header.ts';
import { measureKey, placeOf, readRows, type DraftRow } from './read-rows.ts';

/** A chart that can be used, with what is doubtful about it; or why there is none. */
export type ChartReading =
  | { readonly status: 'read'; readonly chart: SizeChart; readonly problems: readonly ChartFileProblem[] }
  | { readonly status: 'invalid'; readonly problems: readonly ChartFileProblem[] };

/**
 * Reads a table whose first record names the columns; or, turned round, whose first column names the measurements and first record the sizes.
 * Records before it may say what the chart is about: `garment,jeans`, `fit,slim`.
 */
export function readChartTable(records: readonly (readonly Cell[])[], given: ChartSettings): ChartReading {
  const settingCount = records.findIndex((record) => !isSetting(record));
  const { settings, problems } = withChartSettings(given, records.slice(0, Math.max(0, settingCount)).map(settingOf));
  const table = settingCount < 0 ? [] : records.slice(settingCount);
  const { garmentType, fit = 'regular' } = settings;
  if (table.length < 2) return { status: 'invalid', problems: [...problems, chartFileProblem('error', 'file-empty')] };
  if (!garmentType) return { status: 'invalid', problems: [...problems, chartFileProblem('error', 'garment-missing', {}, { words: CHART_SETTING_WORDS.garment.join(', ') })] };
  return readTable(isTurned(table) ? turned(table) : table, { ...settings, garmentType, fit }, problems);
}

function readTable([header = [], ...body]: readonly (readonly Cell[])[], settings: FullSettings, told: readonly ChartFileProblem[]): ChartReading {
  const { columns, problems: columnProblems } = readColumns(header, settings);
  if (!columns.some(({ kind }) => kind === 'label' || kind === 'axis')) {
    return { status: 'invalid', problems: [...told, ...columnProblems, chartFileProblem('error', 'label-column-missing', lineOf(header))] };
  }
  const limit = MAX_SIZES;
  if (body.length > limit) return { status: 'invalid', problems: [...told, ...columnProblems, chartFileProblem('error', 'rows-too-many', {}, { rows: body.length, limit })] };
  const { rows, problems: rowProblems } = readRows(body, columns, header.length);
  const built = buildChart(rows, settings);
  const problems = [...told, ...columnProblems, ...rowProblems, ...built.problems];
  const findings = lintSizeChart(built.chart).filter((finding) => !isTold(finding, problems));
  return readingOf(built.chart, [...problems, ...findings.map((finding) => problemOf(finding, rows, columns))]);
}

const isSetting = ([name, value, ...others]: readonly Cell[]): boolean =>
  name !== undefined && value !== undefined && value.text !== '' && isSettingName(name.text.toLowerCase()) && others.every(({ text }) => text === '');

const settingOf = ([name, value]: readonly Cell[]): WrittenSetting =>
  ({ name: name?.text.toLowerCase() ?? '', text: value?.text ?? '', ...(value && { place: cellPlace(value) }) });

/** The chart as read when nothing is wrong with it; the schema has the last word. */
export function readingOf(chart: SizeChart, problems: readonly ChartFileProblem[]): ChartReading {
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const all = isWrong ? problems : [...problems, ...schemaProblems(chart)];
  return all.some(({ severity }) => severity === 'error') ? { status: 'invalid', problems: all } : { status: 'read', chart, problems: all };
}

/** Where a value differs from the contract of size charts. */
export function schemaProblems(value: unknown): ChartFileProblem[] {
  const byPath = Map.groupBy(Value.Errors(SizeChart, value), ({ instancePath }) => instancePath);
  return [...byPath].map(([path, errors]) => {
    const row = /^\/rows\/(\d+)/.exec(path)?.[1];
    // Of a word that must be one of several, every one complains.
    const words = errors.flatMap(({ keyword, params }) => (keyword === 'const' ? JSON.stringify(params.allowedValue) : []));
    const rule = words.length > 0 ? `must be one of ${words.join(', ')}` : [...new Set(errors.map(({ message }) => message))].join(', ');
    return chartFileProblem('error', 'schema', row === undefined ? {} : { row: Number(row) + 1 }, { at: path === '' ? 'The chart' : path.slice(1).replaceAll('/', ' '), rule });
  });
}

function isTurned(records: readonly (readonly Cell[])[]): boolean {
  const isMeasured = (cell: Cell | undefined): boolean => ['zone', 'mass'].includes(readHeader(cell?.text ?? '').kind);
  const [header = [], ...body] = records;
  return !header.some(isMeasured) && body.some(([first]) => isMeasured(first));
}

function turned(records: readonly (readonly Cell[])[]): Cell[][] {
  const width = Math.max(...records.map((record) => record.length));
  return Array.from({ length: width }, (_, column) => records.map((record) => record[column] ?? { ...record[0], text: '', column: column + 1 }));
}

// A cell that could not be read is empty to the linter; once is enough.
function isTold({ code, index, zone }: ChartFinding, problems: readonly ChartFileProblem[]): boolean {
  if (code === 'cell-empty') return problems.some((told) => (told.code === 'cell-unreadable' || told.code === 'value-among-ranges') && told.row === (index ?? -1) + 1 && readsAs(told.header, zone));
  return code === 'main-zone-missing' && problems.some((told) => told.code === 'cell-unreadable');
}

function readsAs(header: string | undefined, zone: ChartFinding['zone']): boolean {
  const meaning = readHeader(header ?? '');
  return meaning.kind === 'mass' ? zone === 'mass' : meaning.kind === 'zone' && meaning.zone === zone;
}

function problemOf({ severity, code, index, zone, of = 'body', values }: ChartFinding, rows: readonly DraftRow[], columns: readonly Column[]): ChartFileProblem {
  const column = columns.find((each) => each.kind === 'measure' && each.zone === zone && each.of === of) ?? columns.find((each) => each.kind === 'measure' && each.zone === zone);
  const row = index === undefined ? undefined : rows[index];
  const cell = zone === undefined || !row ? row?.cell : (row.measures.get(measureKey(of, zone))?.cell ?? row.cell);
  const header: ChartFilePlace = zone === undefined ? {} : { header: column?.header ?? zoneName(zone) };
  const place: ChartFilePlace = cell && index !== undefined ? { ...placeOf(cell, index), ...header } : { ...(column && cellPlace(column.cell)), ...header };
  return chartFileProblem(severity, code, place, values);
}

const cellPlace = ({ line, column }: Cell): ChartFilePlace => ({ ...(line !== undefined && { line }), column });

const lineOf = ([first]: readonly Cell[]): ChartFilePlace => (first?.line === undefined ? {} : { line: first.line });
