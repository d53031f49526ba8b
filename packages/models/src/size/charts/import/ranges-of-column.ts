import { boundariesOf } from '../boundaries-of.ts';
import { chartFileProblem, type ChartFileProblem } from './chart-file-problem.ts';
import { placeOf, type DraftMeasure, type DraftRow } from './read-rows.ts';

/** Half-open, in centimetres or kilograms. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

// Where an end is open: the limit of the contract.
const OPEN_END = 300;

/** The ranges of a column, one a row, undefined where there is none. */
export function rangesOfColumn(rows: readonly DraftRow[], key: string): { ranges: readonly (Range | undefined)[]; problems: ChartFileProblem[] } {
  const cells = rows.map(({ measures }) => measures.get(key));
  const kinds = new Set(cells.flatMap((cell) => (cell && cell.measure.kind !== 'empty' ? cell.measure.kind : [])));
  if (!kinds.has('value')) return { ranges: rangesOf(cells), problems: [] };
  return kinds.has('range') ? withMixed(cells) : fromValues(rows, cells);
}

function rangesOf(cells: readonly (DraftMeasure | undefined)[]): (Range | undefined)[] {
  const meet = meetingPoints(cells);
  return cells.map((cell) => {
    if (cell?.measure.kind !== 'range') return undefined;
    const { min = 0, max = OPEN_END } = cell.measure;
    return { min: tidy(meet.get(min) ?? min), max: tidy(meet.get(max) ?? max) };
  });
}

// "84-87, 88-91" is read off a tape in whole units: what lies between belongs to the nearer one, so that both meet at 87.5.
// In a column where sizes do touch ("84-88, 88-92") a unit between is a gap.
function meetingPoints(cells: readonly (DraftMeasure | undefined)[]): Map<number, number> {
  const ranges = cells.flatMap((cell) => (cell?.measure.kind === 'range' && cell.measure.wholeUnit !== undefined ? cell.measure : []));
  const starts = new Set(ranges.map(({ min }) => min));
  const ends = new Set(ranges.map(({ max }) => max));
  const meet = new Map<number, number>();
  if ([...ends].some((end) => starts.has(end))) return meet;
  for (const { max, wholeUnit = 0 } of ranges) {
    const start = max === undefined ? undefined : [...starts].find((min) => min !== undefined && Math.abs(min - max - wholeUnit) < 0.01);
    if (max === undefined || start === undefined) continue;
    meet.set(max, (max + start) / 2).set(start, (max + start) / 2);
  }
  return meet;
}

function withMixed(cells: readonly (DraftMeasure | undefined)[]): ReturnType<typeof rangesOfColumn> {
  const problems = cells.flatMap((cell, index) => (cell?.measure.kind === 'value'
    ? [chartFileProblem('error', 'value-among-ranges', { ...placeOf(cell.cell, index), header: cell.header }, { text: cell.cell.text })]
    : []));
  return { ranges: rangesOf(cells), problems };
}

function fromValues(rows: readonly DraftRow[], cells: readonly (DraftMeasure | undefined)[]): ReturnType<typeof rangesOfColumn> {
  const values = cells.map((cell) => (cell?.measure.kind === 'value' ? cell.measure.value : undefined));
  const rising = [...new Set(values.filter((value) => value !== undefined))].toSorted((a, b) => a - b);
  const first = values.findIndex((value) => value !== undefined);
  const cell = cells[first];
  if (!cell) return { ranges: cells.map(() => undefined), problems: [] };
  const place = { ...(cell.cell.line !== undefined && { line: cell.cell.line }), column: cell.cell.column, header: cell.header };
  if (rising.length < 2) return { ranges: cells.map(() => undefined), problems: [chartFileProblem('warning', 'value-alone', place, { text: cell.cell.text })] };
  const ends = boundariesOf(rising);
  const ranges = values.map((value) => {
    const at = value === undefined ? -1 : rising.indexOf(value);
    return at < 0 ? undefined : { min: tidy(Math.max(0, ends[at] ?? 0)), max: tidy(ends[at + 1] ?? 0) };
  });
  const example = { size: rows[first]?.label ?? '', min: ranges[first]?.min ?? 0, max: ranges[first]?.max ?? 0 };
  return { ranges, problems: [chartFileProblem('note', 'values-read-as-ranges', place, example)] };
}

const tidy = (value: number): number => Math.round(value * 100) / 100;
