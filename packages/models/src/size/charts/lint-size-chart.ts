import type { BodyRange, BodyZone, SizeChart } from '../../contracts/index.ts';
import { easeAt } from '../garments/body-from-garment.ts';
import { ZONE_ORDER, isMainZone } from '../garments/zone-weights.ts';
import { checkSizeChart, scalesOf, type Scale, type SizeChartProblem, type SizeChartProblemKind } from './check-size-chart.ts';
import { plausibleRange, readUnit } from './unit-reading.ts';

export type ChartFindingCode =
  | Exclude<SizeChartProblemKind, 'zone-incomplete' | 'unit-doubtful'>
  /** Other rows have a range here. */
  | 'cell-empty'
  /** A whole column in another unit; `values.unit` says which, where one fits. */
  | 'unit-doubtful' | 'unit-unknown'
  /** One range where no body is. */
  | 'value-implausible'
  /** The step from the row before is much smaller or larger than the steps beside it. */
  | 'step-uneven'
  /** A measurement that decides for this garment is not in the chart. */
  | 'zone-missing'
  /** The garment is smaller than the least ease over the bodies of its size allows. */
  | 'garment-small'
  /** The garment's measure is about half of the body's: it was laid flat. */
  | 'garment-flat'
  /** The garment of a larger size is smaller. */
  | 'garment-falls';

/** Something wrong or doubtful in a chart. */
export interface ChartFinding {
  /** With an error the chart cannot be used. */
  readonly severity: 'error' | 'warning';
  readonly code: ChartFindingCode;
  /** Number of the row, from 0. Absent: the whole column or chart. */
  readonly index?: number;
  readonly zone?: BodyZone | 'mass';
  /** @default 'body' */
  readonly of?: 'body' | 'garment';
  /** What a sentence about it needs. */
  readonly values: Readonly<Record<string, string | number>>;
}

// A step that differs from each of its neighbours by more than this part of them, and by more than these centimetres.
// Not from a middle one: steps of the large sizes are larger by rights, in ASTM D5585 from 2 to 6 cm.
const UNEVEN_PART = 0.4;
const UNEVEN_PART_AT_END = 0.6;
const UNEVEN_CM = 1.5;

// Open ends, as the contract has them.
const OPEN_CM = [0, 300];

const ALTERNATIVES: Readonly<Partial<Record<BodyZone, readonly BodyZone[]>>> = {
  waist: ['waistNavel'], waistNavel: ['waist'], chest: ['bustDifference'], bustDifference: ['chest'],
};

/** Everything that a merchant should look at, in the order of the chart's zones and rows; empty for a clean chart. */
export function lintSizeChart(chart: SizeChart): ChartFinding[] {
  const base = checkSizeChart(chart).filter(({ kind }) => kind !== 'zone-incomplete').map((problem) => findingOf(problem, chart));
  const scales = scalesOf(chart);
  const extra = ZONE_ORDER.flatMap((zone) => [
    ...findMissing(chart, zone), ...findEmpty(chart, zone),
    ...scales.flatMap((scale) => [...findImplausible(scale, zone), ...findUneven(scale, zone)]),
    ...findGarment(chart, zone),
  ]);
  return [...base, ...extra, ...findMass(chart)];
}

function findingOf({ severity, kind, zone, row, index, widthCm }: SizeChartProblem, chart: SizeChart): ChartFinding {
  if (kind === 'unit-doubtful' && zone) return unitFinding(chart, zone);
  const before = rowBefore(chart, zone, index);
  const range = zone && index !== undefined ? chart.rows[index]?.body[zone] : undefined;
  const values = {
    ...(row !== undefined && { size: row }), ...(before && { before: before.label, beforeMin: before.minCm, beforeMax: before.maxCm }),
    ...(range && { min: range.minCm, max: range.maxCm }), ...(widthCm !== undefined && { width: widthCm }), garment: chart.garmentType,
  };
  return { severity, code: kind === 'zone-incomplete' || kind === 'unit-doubtful' ? 'cell-empty' : kind, ...(zone && { zone }), ...(index !== undefined && { index }), values };
}

// The step before, which in a grid is not the row before.
function rowBefore(chart: SizeChart, zone: BodyZone | undefined, index: number | undefined): ({ label: string } & BodyRange) | undefined {
  if (zone === undefined || index === undefined) return undefined;
  for (const { rows, indexOf } of scalesOf(chart)) {
    const step = rows.findIndex(({ body }, at) => body[zone] && indexOf(at) === index);
    const before = rows.slice(0, Math.max(0, step)).findLast(({ body }) => body[zone]);
    const range = before?.body[zone];
    if (before && range) return { label: before.label, minCm: Math.min(range.minCm, range.maxCm), maxCm: Math.max(range.minCm, range.maxCm) };
  }
  return undefined;
}

function unitFinding({ rows, wearer }: SizeChart, zone: BodyZone): ChartFinding {
  const values = rows.flatMap(({ body }) => (body[zone] ? [body[zone].minCm, body[zone].maxCm] : [])).filter((cm) => !OPEN_CM.includes(cm));
  const unit = readUnit(zone, values, wearer);
  const { minCm, maxCm } = plausibleRange(zone, wearer);
  const spread = { min: Math.min(...values), max: Math.max(...values), plausibleMin: minCm, plausibleMax: maxCm };
  return { severity: 'error', code: unit ? 'unit-doubtful' : 'unit-unknown', zone, values: { ...spread, ...(unit && { unit }) } };
}

function findMissing(chart: SizeChart, zone: BodyZone): ChartFinding[] {
  const isInChart = (each: BodyZone): boolean => chart.rows.some(({ body }) => body[each]);
  const isNeeded = isMainZone(chart, zone) && ![zone, ...(ALTERNATIVES[zone] ?? [])].some(isInChart);
  const isSecondName = zone === 'waistNavel' || zone === 'bustDifference';
  const hasOther = ZONE_ORDER.some((each) => isMainZone(chart, each) && isInChart(each));
  if (!isNeeded || isSecondName || !hasOther) return [];
  return [{ severity: 'warning', code: 'zone-missing', zone, values: { garment: chart.garmentType } }];
}

function findEmpty({ rows }: SizeChart, zone: BodyZone): ChartFinding[] {
  if (rows.every(({ body }) => !body[zone])) return [];
  return rows.flatMap(({ body, label }, index): ChartFinding[] => (body[zone] ? [] : [{ severity: 'warning', code: 'cell-empty', zone, index, values: { size: label } }]));
}

function findImplausible({ rows, wearer, indexOf }: Scale, zone: BodyZone): ChartFinding[] {
  const { minCm, maxCm } = plausibleRange(zone, wearer);
  const isOutside = ({ body }: Scale['rows'][number]): boolean => {
    const range = body[zone];
    return range !== undefined && (range.maxCm <= minCm || range.minCm >= maxCm);
  };
  // A whole column is a matter of units.
  if (rows.filter(({ body }) => body[zone]).every(isOutside)) return [];
  return rows.flatMap((row, step): ChartFinding[] => (isOutside(row)
    ? [{ severity: 'warning', code: 'value-implausible', zone, index: indexOf(step), values: { size: row.label, min: row.body[zone]?.minCm ?? 0, max: row.body[zone]?.maxCm ?? 0, plausibleMin: minCm, plausibleMax: maxCm } }]
    : []));
}

function findUneven({ rows, indexOf }: Scale, zone: BodyZone): ChartFinding[] {
  const starts = rows.flatMap(({ body, label }, step) => (body[zone] && !OPEN_CM.includes(body[zone].minCm) ? { fromCm: body[zone].minCm, label, index: indexOf(step) } : []));
  const rises = starts.slice(1).map(({ fromCm, label, index }, nth) => ({ stepCm: fromCm - (starts[nth]?.fromCm ?? 0), label, index, before: starts[nth]?.label ?? '' }));
  if (rises.length < 3) return [];
  return rises.flatMap(({ stepCm, label, index, before }, nth): ChartFinding[] => {
    const besideCm = [rises[nth - 1], rises[nth + 1]].flatMap((rise) => (rise ? [rise.stepCm] : []));
    const values = { size: label, before, step: tidy(stepCm), usual: tidy(besideCm.reduce((sum, cm) => sum + cm, 0) / besideCm.length) };
    return stepCm >= 0 && isUneven(stepCm, besideCm) ? [{ severity: 'warning', code: 'step-uneven', zone, index, values }] : [];
  });
}

function isUneven(stepCm: number, besideCm: readonly number[]): boolean {
  const part = besideCm.length > 1 ? UNEVEN_PART : UNEVEN_PART_AT_END;
  return besideCm.every((cm) => Math.abs(stepCm - cm) > Math.max(UNEVEN_CM, part * Math.abs(cm)));
}

function findGarment(chart: SizeChart, zone: BodyZone): ChartFinding[] {
  return scalesOf(chart).flatMap(({ rows, indexOf }) => rows.flatMap((row, step): ChartFinding[] => {
    const garmentCm = row.garmentCm?.[zone];
    if (garmentCm === undefined) return [];
    const beforeCm = rows[step - 1]?.garmentCm?.[zone] ?? 0;
    const place = { severity: 'warning', zone, of: 'garment', index: indexOf(step) } as const;
    const code = garmentCodeOf(chart, zone, garmentCm, row.body[zone]);
    const values = { size: row.label, garment: garmentCm, before: rows[step - 1]?.label ?? '', beforeGarment: beforeCm, min: row.body[zone]?.minCm ?? 0, max: row.body[zone]?.maxCm ?? 0 };
    return [...(code ? [{ ...place, code, values }] : []), ...(garmentCm < beforeCm ? [{ ...place, code: 'garment-falls' as const, values }] : [])];
  }));
}

function garmentCodeOf(chart: SizeChart, zone: BodyZone, garmentCm: number, range: BodyRange | undefined): 'garment-flat' | 'garment-small' | undefined {
  const ease = easeAt(chart, zone, garmentCm);
  // Legs and arms are as long as fashion wants; the ease of a length is no girth's.
  if (!ease || !range || zone === 'inseam' || zone === 'armLength' || OPEN_CM.includes(range.minCm) || OPEN_CM.includes(range.maxCm)) return undefined;
  const middleCm = (range.minCm + range.maxCm) / 2;
  if (garmentCm < 0.7 * middleCm) return 'garment-flat';
  return garmentCm - ease.min < range.minCm ? 'garment-small' : undefined;
}

function findMass({ rows }: SizeChart): ChartFinding[] {
  const isGrid = rows.some(({ grid }) => grid);
  return rows.flatMap(({ mass, label }, index): ChartFinding[] => {
    const before = isGrid ? undefined : rows.slice(0, index).findLast((row) => row.mass);
    const place = { severity: 'error', zone: 'mass', index } as const;
    if (!mass) return rows.some((row) => row.mass) ? [{ ...place, severity: 'warning', code: 'cell-empty', values: { size: label } }] : [];
    const values = { size: label, min: mass.minKg, max: mass.maxKg };
    if (mass.minKg >= mass.maxKg) return [{ ...place, code: 'range-turned', values }];
    // A row that is turned round was told already.
    const isFalling = before?.mass && before.mass.minKg < before.mass.maxKg && (mass.minKg < before.mass.minKg || mass.maxKg < before.mass.maxKg);
    return isFalling ? [{ ...place, code: 'range-falls', values: { ...values, before: before.label, beforeMin: before.mass?.minKg ?? 0, beforeMax: before.mass?.maxKg ?? 0 } }] : [];
  });
}

const tidy = (cm: number): number => Math.round(cm * 100) / 100;
