import type { BodyEstimate } from '../body/index.ts';
import type { BodyRange, BodyZone, SizeChart } from '../contracts/index.ts';
import { estimateAtZone } from './estimate-at-zone.ts';
import { ZONE_ORDER, isMainZone, zoneWeight } from './garments/zone-weights.ts';

/** One zone of a chart, ready to be compared with bodies. */
export interface ScaleZone {
  readonly zone: BodyZone;
  /** 0-1; the weights of a scale sum to 1. */
  readonly weight: number;
  /** Centimetres from one size to the next: the unit in which misfits at different zones are compared. */
  readonly stepCm: number;
  /** A place below the chart, every size in its order, a place above the chart. */
  readonly places: readonly ScalePlace[];
  readonly chartMinCm: number;
  readonly chartMaxCm: number;
}

export interface ScalePlace {
  readonly minCm: number;
  readonly maxCm: number;
  readonly centreCm: number;
}

/** A body this far outside the chart still fits its last size. Also the limit within which an advice counts as right. */
export const TOLERANCE_CM = 1;

const MIN_STEP_CM = 1;

/**
 * The zones that matter for the garment, are in every row and were measured.
 * Empty when no main zone is among them: a shirt is not chosen by its sleeve alone.
 *
 * @param needsMainZone false for one axis of a grid: a leg's length is chosen by the inseam alone.
 */
export function buildScale(chart: SizeChart, body: BodyEstimate, needsMainZone = true): ScaleZone[] {
  const zones = ZONE_ORDER.filter((zone) => zoneWeight(chart, zone) !== undefined && estimateAtZone(body, zone) !== undefined && chart.rows.every((row) => row.body[zone]));
  if (needsMainZone && !zones.some((zone) => isMainZone(chart, zone))) return [];
  const total = zones.reduce((sum, zone) => sum + (zoneWeight(chart, zone) ?? 0), 0);
  return zones.map((zone) => buildZone(zone, (zoneWeight(chart, zone) ?? 0) / total, chart.rows.flatMap((row) => row.body[zone] ?? [])));
}

function buildZone(zone: BodyZone, weight: number, ranges: readonly BodyRange[]): ScaleZone {
  const chartMinCm = Math.min(...ranges.map(({ minCm }) => minCm));
  const chartMaxCm = Math.max(...ranges.map(({ maxCm }) => maxCm));
  const stepCm = stepOf(ranges);
  const lowest = chartMinCm - 2 * TOLERANCE_CM;
  const highest = chartMaxCm + 2 * TOLERANCE_CM;
  const places = [
    { minCm: -Infinity, maxCm: lowest, centreCm: lowest - stepCm / 2 },
    ...ranges.map(({ minCm, maxCm }) => ({ minCm, maxCm, centreCm: (minCm + maxCm) / 2 })),
    { minCm: highest, maxCm: Infinity, centreCm: highest + stepCm / 2 },
  ];
  return { zone, weight, stepCm, places, chartMinCm, chartMaxCm };
}

/** Median rise from row to row; the span of a row where the rows do not rise. */
function stepOf(ranges: readonly BodyRange[]): number {
  const rises = ranges.slice(1).map((range, index) => range.minCm - (ranges[index]?.minCm ?? 0)).filter((rise) => rise > 0);
  const spans = ranges.map(({ minCm, maxCm }) => maxCm - minCm);
  return Math.max(MIN_STEP_CM, median(rises.length > 0 ? rises : spans));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** Centimetres from one size to the next where it matters: the finest step of the weightier zones. */
export function decidingStepCm(scale: readonly ScaleZone[]): number {
  const heaviest = Math.max(...scale.map(({ weight }) => weight));
  return Math.min(...scale.filter(({ weight }) => weight >= heaviest / 2).map(({ stepCm }) => stepCm));
}
