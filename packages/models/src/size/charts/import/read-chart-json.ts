import { lintSizeChart } from '../lint-size-chart.ts';
import { readSizeChart } from '../read-size-chart.ts';
import { chartFileProblem } from './chart-file-problem.ts';
import { isSettingName, type ChartSettings } from './chart-settings.ts';
import type { Cell } from './parse-delimited.ts';
import { readChartTable, readingOf, schemaProblems, type ChartReading } from './read-chart-table.ts';
import { zoneName } from './read-columns.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a stored chart, or a list of sizes keyed by the names of measurements; what the JSON says of itself (`id`, `garmentType`, `fit`, `stretch`,
 * `wearer`, `unit`, `measures`) goes before the settings.
 */
export function readChartJson(value: unknown, settings: ChartSettings): ChartReading {
  const rows = Array.isArray(value) ? value : isObject(value) ? (value['rows'] ?? value['sizes']) : undefined;
  if (!Array.isArray(rows) || rows.length === 0 || !rows.every(isObject)) return { status: 'invalid', problems: [chartFileProblem('error', 'json-shape')] };
  if (isObject(value) && rows.some(({ body }) => isObject(body))) return readStored(value);
  if (!isObject(value)) return readChartTable(tableOf(rows), settings);
  const named = typeof value['id'] === 'string' ? { ...settings, id: value['id'] } : settings;
  return readChartTable([...settingsOf(value), ...tableOf(rows)], named);
}

function readStored(value: Json): ChartReading {
  const chart = readSizeChart(value);
  if (!chart) return { status: 'invalid', problems: schemaProblems(value) };
  const problems = lintSizeChart(chart).map(({ severity, code, index, zone, values }) =>
    chartFileProblem(severity, code, { ...(index !== undefined && { row: index + 1 }), ...(zone && { header: zoneName(zone) }) }, values));
  return readingOf(chart, problems);
}

// Said as it would be in a table's first lines, so that one place reads settings.
function settingsOf(value: Json): Cell[][] {
  const names = Object.keys(value).filter((name) => typeof value[name] === 'string' && (name === 'garmentType' || isSettingName(name)));
  return names.map((name) => [{ text: name === 'garmentType' ? 'garment' : name, column: 1 }, { text: String(value[name]), column: 1 }]);
}

function tableOf(rows: readonly Json[]): Cell[][] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const header = names.map((text, at) => ({ text, column: at + 1 }));
  return [header, ...rows.map((row) => names.map((name, at) => ({ text: textOf(Object.hasOwn(row, name) ? row[name] : undefined), column: at + 1 })))];
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 2 ? `${plainText(value[0])}-${plainText(value[1])}` : '[...]';
  if (isObject(value)) return 'min' in value || 'max' in value ? rangeText(plainText(value['min']), plainText(value['max'])) : '{...}';
  return plainText(value);
}

// What is nested deeper is no number, and is shown as such.
function plainText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? '[...]' : '{...}';
}

function rangeText(min: string, max: string): string {
  if (min === '') return `<${max}`;
  return max === '' ? `${min}+` : `${min}-${max}`;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

