import type { BodyZone } from '../../../contracts/index.ts';
import { ISO_8559_NAMES } from '../iso-8559-names.ts';
import { chartFileProblem, type ChartFileProblem } from './chart-file-problem.ts';
import type { ChartSettings } from './chart-settings.ts';
import type { Cell } from './parse-delimited.ts';
import { readHeader, type ColumnMeaning, type SizeSystem } from './read-header.ts';
import type { Unit } from './read-measure.ts';

/** A column whose meaning is known. */
export type Column = { readonly at: number; readonly header: string; /** Where the name stands in the file. */ readonly cell: Cell } & (
  | { readonly kind: 'label' }
  | { readonly kind: 'system'; readonly system: SizeSystem }
  | { readonly kind: 'axis'; readonly zone: BodyZone }
  | MeasuredColumn
);

export interface MeasuredColumn {
  readonly kind: 'measure';
  readonly zone: BodyZone | 'mass';
  readonly of: 'body' | 'garment';
  readonly unit: Unit;
  readonly isHalf: boolean;
  readonly bound: 'min' | 'max' | undefined;
}

/** The columns of a header line, in their order; those that mean nothing are told and left out. */
export function readColumns(header: readonly Cell[], settings: ChartSettings): { columns: Column[]; problems: ChartFileProblem[] } {
  const columns: Column[] = [];
  const problems: ChartFileProblem[] = [];
  header.forEach((cell, at) => {
    const column = columnOf(cell, at, settings);
    const place = { ...(cell.line !== undefined && { line: cell.line }), column: cell.column, header: cell.text };
    if (!column) {
      if (cell.text !== '') problems.push(chartFileProblem('warning', 'column-unknown', place));
      return;
    }
    const first = columns.find((other) => keyOf(other) === keyOf(column));
    if (first) problems.push(chartFileProblem('error', 'column-repeated', place, { first: first.header }));
    else columns.push(column);
  });
  return { columns: withLabel(columns), problems };
}

function columnOf(cell: Cell, at: number, settings: ChartSettings): Column | undefined {
  const meaning = readHeader(cell.text);
  const place = { at, header: cell.text, cell };
  // The corner of a table is often left empty.
  if (cell.text === '' && at === 0) return { ...place, header: 'Size', kind: 'label' };
  if (meaning.kind === 'unknown') return undefined;
  return meaning.kind === 'zone' || meaning.kind === 'mass' ? { ...place, ...measured(meaning, settings) } : { ...place, ...meaning };
}

function measured(meaning: Extract<ColumnMeaning, { kind: 'zone' | 'mass' }>, settings: ChartSettings): MeasuredColumn {
  const isZone = meaning.kind === 'zone';
  // Statures and bodies' masses are never a garment's.
  const isBody = !isZone || meaning.zone === 'stature' || meaning.of === 'body';
  const of = isBody ? 'body' : meaning.of === 'garment' ? 'garment' : (settings.measures ?? 'body');
  const unit = meaning.unit ?? (isZone ? (settings.unit ?? 'cm') : 'kg');
  return { kind: 'measure', zone: isZone ? meaning.zone : 'mass', of, unit, isHalf: isZone && meaning.isHalf === true, bound: meaning.bound };
}

// A chart that names its sizes only in one system names them all the same.
function withLabel(columns: Column[]): Column[] {
  if (columns.some(({ kind }) => kind === 'label' || kind === 'axis')) return columns;
  const system = columns.find(({ kind }) => kind === 'system');
  return system ? [{ kind: 'label', at: system.at, header: system.header, cell: system.cell }, ...columns] : columns;
}

const keyOf = (column: Column): string =>
  [column.kind, 'zone' in column && column.zone, 'system' in column && column.system, 'of' in column && column.of, 'bound' in column && column.bound].join(' ');

/** How a zone is called where the file has no column for it. */
export const zoneName = (zone: BodyZone | 'mass'): string => (zone === 'mass' ? 'body mass' : ISO_8559_NAMES[zone]);
