import type { BodyRange, BodyZone, SizeChart } from '../contracts/index.ts';
import { ZONE_ORDER, isMainZone } from './zone-weights.ts';

export type SizeChartProblemKind =
  /** Two rows have the same label. */
  | 'label-repeated'
  /** A range ends before or where it begins. */
  | 'range-empty'
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
  /** Label of the row. */
  readonly row?: string;
  /** Width of the gap or overlap. */
  readonly widthCm?: number;
}

/** Where human bodies from child to very large lie, in cm. Outside of both ends the unit is another. */
const PLAUSIBLE_CM: Readonly<Record<BodyZone, BodyRange>> = {
  chest: { minCm: 45, maxCm: 200 }, waist: { minCm: 40, maxCm: 200 }, waistNavel: { minCm: 40, maxCm: 200 }, hip: { minCm: 45, maxCm: 220 },
  neck: { minCm: 20, maxCm: 70 }, shoulderBreadth: { minCm: 20, maxCm: 70 }, upperArm: { minCm: 13, maxCm: 70 }, thigh: { minCm: 28, maxCm: 110 },
  inseam: { minCm: 40, maxCm: 110 }, armLength: { minCm: 30, maxCm: 90 },
};

/** Everything that is wrong or doubtful in a chart, in the order of its rows. Empty for a good chart. */
export function checkSizeChart(chart: SizeChart): SizeChartProblem[] {
  return [...checkLabels(chart), ...checkZones(chart), ...ZONE_ORDER.flatMap((zone) => checkZone(chart, zone)), ...checkRows(chart)];
}

function checkLabels({ rows }: SizeChart): SizeChartProblem[] {
  const repeated = rows.filter(({ label }, index) => rows.findIndex((other) => other.label === label) < index);
  return repeated.map(({ label }) => ({ severity: 'error', kind: 'label-repeated', row: label }));
}

function checkZones({ rows, garmentType }: SizeChart): SizeChartProblem[] {
  const hasMain = ZONE_ORDER.some((zone) => isMainZone(garmentType, zone) && rows.every(({ body }) => body[zone]));
  return hasMain ? [] : [{ severity: 'error', kind: 'main-zone-missing' }];
}

function checkZone({ rows }: SizeChart, zone: BodyZone): SizeChartProblem[] {
  const cells = rows.flatMap(({ label, body }) => (body[zone] ? { row: label, range: body[zone] } : []));
  if (cells.length === 0) return [];
  const problems: SizeChartProblem[] = cells.length < rows.length ? [{ severity: 'warning', kind: 'zone-incomplete', zone }] : [];
  if (isUnitDoubtful(zone, cells.map(({ range }) => range))) problems.push({ severity: 'error', kind: 'unit-doubtful', zone });
  cells.forEach(({ row, range }, index) => {
    if (range.minCm >= range.maxCm) problems.push({ severity: 'error', kind: 'range-empty', zone, row });
    const before = cells[index - 1]?.range;
    if (before) problems.push(...compare(before, range).map((problem) => ({ ...problem, zone, row })));
  });
  return problems;
}

// The middle cells tell: the first and the last may be left open towards 0 or 300.
function isUnitDoubtful(zone: BodyZone, ranges: readonly BodyRange[]): boolean {
  const { minCm, maxCm } = PLAUSIBLE_CM[zone];
  return ranges.every((range) => range.maxCm <= minCm) || ranges.every((range) => range.minCm >= maxCm);
}

function compare(before: BodyRange, range: BodyRange): SizeChartProblem[] {
  if (range.minCm < before.minCm || range.maxCm < before.maxCm) return [{ severity: 'error', kind: 'range-falls' }];
  const isSame = range.minCm === before.minCm && range.maxCm === before.maxCm;
  const widthCm = Math.round((range.minCm - before.maxCm) * 100) / 100;
  if (isSame || widthCm === 0) return [];
  return [{ severity: 'warning', kind: widthCm > 0 ? 'gap' : 'overlap', widthCm: Math.abs(widthCm) }];
}

function checkRows({ rows }: SizeChart): SizeChartProblem[] {
  const key = (index: number): string => JSON.stringify(ZONE_ORDER.map((zone) => rows[index]?.body[zone] ?? null));
  return rows.flatMap(({ label }, index) => (index > 0 && key(index) === key(index - 1) ? { severity: 'error', kind: 'row-repeated', row: label } : []));
}
