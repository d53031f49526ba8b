import type { ChartFindingCode } from '../lint-size-chart.ts';
import { CHART_SENTENCES } from './chart-sentences.ts';

export type ChartFileProblemCode =
  | ChartFindingCode
  | 'file-empty' | 'garment-missing' | 'setting-unknown' | 'quote-open' | 'json-broken' | 'json-shape' | 'schema'
  | 'label-column-missing' | 'rows-too-many' | 'column-unknown' | 'column-repeated' | 'row-too-long' | 'label-missing' | 'cell-unreadable'
  /** A column of single numbers was read as ranges that meet half-way. */
  | 'values-read-as-ranges'
  /** A single number in a column of ranges. */
  | 'value-among-ranges'
  /** The same single number in every row: there is no range to make of it. */
  | 'value-alone'
  /** The bodies were worked out from the garment's measures with our ease. */
  | 'body-from-garment'
  /** The bodies were filled in from EN 13402-3 by band and cup. */
  | 'body-from-standard';

/** Something a merchant should know about a chart's file. */
export interface ChartFileProblem {
  /** With an error there is no chart; a note only says how something was understood. */
  readonly severity: 'error' | 'warning' | 'note';
  /** For programs and translations, which fill `values` into their own sentence. */
  readonly code: ChartFileProblemCode;
  /** Line of the file, from 1; absent for JSON and for what concerns the whole file. */
  readonly line?: number;
  /** Number of the size, from 1. */
  readonly row?: number;
  /** Number of the column, from 1. */
  readonly column?: number;
  /** Name of the column, as the file has it. */
  readonly header?: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** The same in plain English. */
  readonly sentence: string;
}

export type ChartFilePlace = Pick<ChartFileProblem, 'line' | 'row' | 'column' | 'header'>;

const LONGEST_QUOTE = 200;

export function chartFileProblem(
  severity: ChartFileProblem['severity'], code: ChartFileProblemCode, place: ChartFilePlace = {}, values: ChartFileProblem['values'] = {},
): ChartFileProblem {
  const known = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, short(value)]));
  const named = place.header === undefined ? place : { ...place, header: short(place.header) };
  return { severity, code, ...named, values: known, sentence: fill(CHART_SENTENCES[code], { ...(named.header !== undefined && { header: named.header }), ...known }) };
}

// A file that is no chart at all may have a whole book in one cell.
function short<T extends string | number>(value: T): T | string {
  return typeof value === 'string' && value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}...` : value;
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : hole));
}
