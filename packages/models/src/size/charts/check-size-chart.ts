import type { BodyRange, BodyZone, SizeChart } from '../../contracts/index.ts';
import { ZONE_ORDER, isMainZone } from '../garments/zone-weights.ts';
import { splitGrid } from './split-grid.ts';
import { isUnitDoubtful } from './unit-reading.ts';

export type SizeChartProblemKind =
  /** Two rows have the same label. */
  | 'label-repeated'
  /** Two rows are the same pair of a grid. */
  | 'pair-repeated'
  /** Other rows are pairs along other axes, or are none. */
  | 'grid-uneven'
  /** A range ends where it begins. */
  | 'range-empty'
  /** A range ends before it begins. */
  | 'range-turned'
  /** A range begins or ends below that of the row before. */
  | 'range-falls'
  /** No body can tell this row from the one before. */
  | 'row-repeated'
  /** None of the garment's main zones is in every row. */
  | 'main-zone-missing'
  /** The zone is in some rows only, so it is not used. */
  | 'zone-incomplete'
  /** Bodies between this row and the one before belong to neither; the nearer one is advised. */
  | 'gap'
  /** Bodies belong to this row and the one before; the one whose middle is nearer is advised. */
  | 'overlap'
  /** The numbers look like inches or millimetres. */
  | 'unit-doubtful';

export interface SizeChartProblem {
  /** With an error there is no advice; a warning is for the merchant. */
  readonly severity: 'error' | 'warning';
  readonly kind: SizeChartProblemKind;
  readonly zone?: BodyZone;
  /** Label of the row; in a grid, label of the step. */
  readonly row?: string;
  /** Number of the row in the chart, from 0; of a grid's step, that of its first row. */
  readonly index?: number;
  /** Width of the gap or overlap. */
  readonly widthCm?: number;
}

/** Everything that keeps a chart from being used, and what is doubtful about its ranges, in the order of its rows. Empty for a good chart. */
export function checkSizeChart(chart: SizeChart): SizeChartProblem[] {
  return [...checkLabels(chart), ...checkPairs(chart), ...checkMainZone(chart), ...scalesOf(chart).flatMap(checkScale)];
}

/** A chart of single steps, with the number of the row that each step has in the whole chart. */
export interface Scale extends Pick<SizeChart, 'rows' | 'wearer'> {
  readonly indexOf: (step: number) => number;
}

/** What can be compared step by step: the chart itself, or each axis of a grid. */
export function scalesOf(chart: SizeChart): Scale[] {
  const axes = splitGrid(chart);
  if (axes.length === 0) return [{ ...chart, indexOf: (step) => step }];
  return axes.map(({ zone, chart: { rows, wearer } }) => ({
    rows, wearer, indexOf: (step) => chart.rows.findIndex(({ grid }) => grid?.[zone] === rows[step]?.label),
  }));
}

const checkScale = (scale: Scale): SizeChartProblem[] => [...ZONE_ORDER.flatMap((zone) => checkZone(scale, zone)), ...checkRows(scale)];

function checkLabels({ rows }: SizeChart): SizeChartProblem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ label }, index) => (isNew(seen, label) ? [] : [{ severity: 'error', kind: 'label-repeated', row: label, index } as const]));
}

function checkPairs({ rows }: SizeChart): SizeChartProblem[] {
  if (rows.every(({ grid }) => grid === undefined)) return [];
  const seen = new Set<string>();
  const axesOf = ({ grid = {} }: SizeChart['rows'][number]): string => ZONE_ORDER.filter((zone) => grid[zone] !== undefined).join();
  const [axes] = rows.map(axesOf);
  return rows.flatMap((row, index): SizeChartProblem[] => {
    if (axesOf(row) !== axes || axes === '') return [{ severity: 'error', kind: 'grid-uneven', row: row.label, index }];
    const pair = JSON.stringify(ZONE_ORDER.map((zone) => row.grid?.[zone]));
    return isNew(seen, pair) ? [] : [{ severity: 'error', kind: 'pair-repeated', row: row.label, index }];
  });
}

function isNew(seen: Set<string>, value: string): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return true;
}

function checkMainZone(chart: SizeChart): SizeChartProblem[] {
  const hasMain = ZONE_ORDER.some((zone) => isMainZone(chart, zone) && chart.rows.every(({ body }) => body[zone]));
  return hasMain ? [] : [{ severity: 'error', kind: 'main-zone-missing' }];
}

function checkZone({ rows, wearer, indexOf }: Scale, zone: BodyZone): SizeChartProblem[] {
  const cells = rows.flatMap(({ label, body }, step) => (body[zone] ? { row: label, range: body[zone], index: indexOf(step) } : []));
  if (cells.length === 0) return [];
  const problems: SizeChartProblem[] = cells.length < rows.length ? [{ severity: 'warning', kind: 'zone-incomplete', zone }] : [];
  if (isUnitDoubtful(zone, cells.map(({ range }) => range), wearer)) problems.push({ severity: 'error', kind: 'unit-doubtful', zone });
  cells.forEach(({ range, ...place }, nth) => {
    if (range.minCm >= range.maxCm) problems.push({ severity: 'error', kind: range.minCm === range.maxCm ? 'range-empty' : 'range-turned', zone, ...place });
    const before = cells[nth - 1]?.range;
    if (before) problems.push(...compare(upright(before), upright(range)).map((problem) => ({ ...problem, zone, ...place })));
  });
  return problems;
}

// A range that is turned round is told as such, and compared as it was meant.
const upright = ({ minCm, maxCm }: BodyRange): BodyRange => ({ minCm: Math.min(minCm, maxCm), maxCm: Math.max(minCm, maxCm) });

function compare(before: BodyRange, range: BodyRange): SizeChartProblem[] {
  if (range.minCm < before.minCm || range.maxCm < before.maxCm) return [{ severity: 'error', kind: 'range-falls' }];
  const isSame = range.minCm === before.minCm && range.maxCm === before.maxCm;
  const widthCm = Math.round((range.minCm - before.maxCm) * 100) / 100;
  if (isSame || widthCm === 0) return [];
  return [{ severity: 'warning', kind: widthCm > 0 ? 'gap' : 'overlap', widthCm: Math.abs(widthCm) }];
}

function checkRows({ rows, indexOf }: Scale): SizeChartProblem[] {
  const isSame = (a: BodyRange | undefined, b: BodyRange | undefined): boolean => a?.minCm === b?.minCm && a?.maxCm === b?.maxCm;
  return rows.flatMap(({ label, body }, step): SizeChartProblem[] => {
    const before = rows[step - 1]?.body;
    return before && ZONE_ORDER.every((zone) => isSame(body[zone], before[zone])) ? [{ severity: 'error', kind: 'row-repeated', row: label, index: indexOf(step) }] : [];
  });
}
