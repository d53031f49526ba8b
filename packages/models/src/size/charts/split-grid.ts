import type { BodyZone, SizeChart, SizeRow } from '../../contracts/index.ts';
import { ZONE_ORDER } from '../garments/zone-weights.ts';

/** One axis of a grid of sizes, such as the waists of a pair of jeans. */
export interface GridAxis {
  /** The zone after which the axis is named; key of `SizeRow.grid`. */
  readonly zone: BodyZone;
  /** The steps of the axis as an ordinary chart: labels are parts of the pair, `body` has the zones that depend on this axis alone. */
  readonly chart: SizeChart;
}

/** The axes of a chart whose sizes are pairs; empty for an ordinary chart. A zone that depends on no single axis is on none. */
export function splitGrid(chart: SizeChart): GridAxis[] {
  const axes = axesOf(chart);
  return axes.map((zone) => ({ zone, chart: { ...chart, rows: stepsOf(chart, zone, axes) } }));
}

/** The size with these parts of a label; undefined where it is not made. */
export function findGridRow({ rows }: SizeChart, labels: Readonly<Partial<Record<BodyZone, string>>>): SizeRow | undefined {
  return rows.find(({ grid = {} }) => ZONE_ORDER.every((zone) => grid[zone] === labels[zone]));
}

const axesOf = ({ rows }: SizeChart): BodyZone[] => ZONE_ORDER.filter((zone) => rows.some(({ grid }) => grid?.[zone] !== undefined));

function stepsOf({ rows }: SizeChart, axis: BodyZone, axes: readonly BodyZone[]): SizeRow[] {
  const steps = Map.groupBy(rows, ({ grid }) => grid?.[axis] ?? '');
  const own = ZONE_ORDER.filter((zone) => axisOf(zone, axes, rows) === axis);
  return [...steps].map(([label, [first]]) => ({
    label,
    body: pick(first?.body, own),
    ...(first?.garmentCm && { garmentCm: pick(first.garmentCm, own) }),
  }));
}

function axisOf(zone: BodyZone, axes: readonly BodyZone[], rows: readonly SizeRow[]): BodyZone | undefined {
  if (axes.includes(zone)) return zone;
  const isSameIn = (same: readonly SizeRow[]): boolean => new Set(same.map(({ body }) => keyOf(body[zone]))).size === 1;
  return axes.find((axis) => [...Map.groupBy(rows, ({ grid }) => grid?.[axis]).values()].every(isSameIn));
}

const keyOf = (range: SizeRow['body'][BodyZone]): string => (range ? `${range.minCm} ${range.maxCm}` : '');

function pick<T>(record: Readonly<Partial<Record<BodyZone, T>>> | undefined, zones: readonly BodyZone[]): Partial<Record<BodyZone, T>> {
  const picked: Partial<Record<BodyZone, T>> = {};
  for (const zone of zones) if (record?.[zone] !== undefined) picked[zone] = record[zone];
  return picked;
}
