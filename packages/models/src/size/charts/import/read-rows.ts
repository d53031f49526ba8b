import type { BodyZone, SizeRow } from '../../../contracts/index.ts';
import { chartFileProblem, type ChartFileProblem } from './chart-file-problem.ts';
import type { Cell } from './parse-delimited.ts';
import type { Column } from './read-columns.ts';
import { readMeasure, type Measure } from './read-measure.ts';

/** One size as the file has it. */
export interface DraftRow {
  readonly label: string;
  /** Where the size is named, or where its row begins. */
  readonly cell: Cell;
  readonly systems: NonNullable<SizeRow['systems']>;
  readonly grid: Readonly<Partial<Record<BodyZone, string>>>;
  /** By `measureKey`. */
  readonly measures: ReadonlyMap<string, DraftMeasure>;
}

export interface DraftMeasure {
  readonly measure: Measure;
  readonly cell: Cell;
  readonly header: string;
}

export const measureKey = (of: 'body' | 'garment', zone: BodyZone | 'mass'): string => `${of} ${zone}`;

/** The rows below the header; every cell that cannot be read is told. */
export function readRows(records: readonly (readonly Cell[])[], columns: readonly Column[], columnCount: number): { rows: DraftRow[]; problems: ChartFileProblem[] } {
  const problems: ChartFileProblem[] = [];
  const rows = records.map((record, index): DraftRow => {
    const row = readRow(record, columns);
    const [begin = { text: '', column: 1 }] = record;
    if (record.length > columnCount && record.slice(columnCount).some(({ text }) => text !== '')) {
      problems.push(chartFileProblem('warning', 'row-too-long', placeOf(record[columnCount] ?? begin, index), { cells: record.length, columns: columnCount }));
    }
    if (row.label === '') problems.push(chartFileProblem('error', 'label-missing', placeOf(row.cell, index)));
    for (const { measure, cell, header } of row.measures.values()) {
      if (measure.kind === 'unreadable') problems.push(chartFileProblem('error', 'cell-unreadable', { ...placeOf(cell, index), header }, { text: cell.text }));
    }
    return row;
  });
  return { rows, problems };
}

export const placeOf = (cell: Cell, index: number): { line?: number; row: number; column: number } =>
  ({ ...(cell.line !== undefined && { line: cell.line }), row: index + 1, column: cell.column });

function readRow(record: readonly Cell[], columns: readonly Column[]): DraftRow {
  const [begin = { text: '', column: 1 }] = record;
  const systems: NonNullable<SizeRow['systems']> = {};
  const grid: Partial<Record<BodyZone, string>> = {};
  const measures = new Map<string, DraftMeasure>();
  let named: Cell | undefined;
  for (const column of columns) {
    const cell = record[column.at] ?? { ...begin, text: '', column: column.at + 1 };
    if (column.kind === 'label') named = cell;
    if (column.kind === 'system' && cell.text !== '') systems[column.system] = cell.text;
    if (column.kind === 'axis' && cell.text !== '') grid[column.zone] = cell.text;
    if (column.kind === 'measure') addMeasure(measures, column, cell);
  }
  return { label: named?.text ?? labelOf(grid), cell: named ?? begin, systems, grid, measures };
}

function addMeasure(measures: Map<string, DraftMeasure>, column: Extract<Column, { kind: 'measure' }>, cell: Cell): void {
  const key = measureKey(column.of, column.zone);
  const measure = scaled(readMeasure(cell.text, column.unit), column.isHalf ? 2 : 1);
  const other = measures.get(key);
  measures.set(key, { measure: column.bound ? joined(column.bound, measure, other?.measure) : measure, cell, header: column.header });
}

function scaled(measure: Measure, factor: number): Measure {
  if (factor === 1 || measure.kind === 'empty' || measure.kind === 'unreadable') return measure;
  if (measure.kind === 'value') return { kind: 'value', value: measure.value * factor };
  return { kind: 'range', ...(measure.min !== undefined && { min: measure.min * factor }), ...(measure.max !== undefined && { max: measure.max * factor }) };
}

// A column of lower ends and a column of upper ends make one of ranges.
function joined(bound: 'min' | 'max', measure: Measure, other: Measure | undefined): Measure {
  if (other?.kind === 'unreadable') return other;
  if (measure.kind === 'empty') return other ?? measure;
  if (measure.kind !== 'value') return { kind: 'unreadable' };
  const whole = other?.kind === 'range' && other.wholeUnit !== measure.wholeUnit ? {} : { wholeUnit: measure.wholeUnit };
  return { kind: 'range', ...(other?.kind === 'range' && other), [bound]: measure.value, wholeUnit: undefined, ...whole };
}

function labelOf(grid: Readonly<Partial<Record<BodyZone, string>>>): string {
  const { waist, inseam, underbust, bustDifference } = grid;
  if (waist !== undefined && inseam !== undefined) return `W${waist} L${inseam}`;
  if (underbust !== undefined && bustDifference !== undefined) return `${underbust}${bustDifference}`;
  return Object.values(grid).join(' ');
}
