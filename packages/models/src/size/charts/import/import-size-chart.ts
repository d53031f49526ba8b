import { chartFileProblem } from './chart-file-problem.ts';
import type { ChartSettings } from './chart-settings.ts';
import { parseDelimited } from './parse-delimited.ts';
import { readChartJson } from './read-chart-json.ts';
import { readChartTable, type ChartReading } from './read-chart-table.ts';

/**
 * Reads a size chart from the text of a CSV or JSON file. Columns are named as in ISO 8559-1 (`bust girth`), in plain English or in Vietnamese
 * (`docs/size-charts.md`). Never throws: whatever is wrong is a problem with its row and column.
 */
export function importSizeChart(text: string, settings: ChartSettings): ChartReading {
  const plain = text.replace(/^\uFEFF/, '').trimStart();
  return plain.startsWith('{') || plain.startsWith('[') ? fromJson(plain, settings) : fromDelimited(text, settings);
}

function fromJson(text: string, settings: ChartSettings): ChartReading {
  const parsed = parseJson(text);
  if (parsed.status === 'parsed') return readChartJson(parsed.value, settings);
  return { status: 'invalid', problems: [chartFileProblem('error', 'json-broken', {}, { reason: parsed.reason })] };
}

function parseJson(text: string): { status: 'parsed'; value: unknown } | { status: 'broken'; reason: string } {
  try {
    return { status: 'parsed', value: JSON.parse(text) };
  } catch (error) {
    return { status: 'broken', reason: error instanceof Error ? error.message : String(error) };
  }
}

function fromDelimited(text: string, settings: ChartSettings): ChartReading {
  const parsed = parseDelimited(text);
  if (parsed.status === 'read') return readChartTable(parsed.records, settings);
  const { line, column } = parsed;
  return { status: 'invalid', problems: [chartFileProblem('error', 'quote-open', { line, column })] };
}
