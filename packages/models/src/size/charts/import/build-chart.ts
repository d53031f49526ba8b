import type { BodyRange, BodyZone, SizeChart, SizeRow } from '../../../contracts/index.ts';
import { bodyFromGarment } from '../../garments/body-from-garment.ts';
import { ZONE_ORDER } from '../../garments/zone-weights.ts';
import { bandRange, cupRange } from '../en-13402.ts';
import { chartFileProblem, type ChartFileProblem } from './chart-file-problem.ts';
import type { FullSettings } from './chart-settings.ts';
import { readPairLabels } from './pair-labels.ts';
import { rangesOfColumn, type Range } from './ranges-of-column.ts';
import { measureKey, type DraftRow } from './read-rows.ts';
import { zoneName } from './read-columns.ts';

/** A chart that has not been checked. */
export interface BuiltChart {
  readonly chart: SizeChart;
  readonly problems: readonly ChartFileProblem[];
}

/** A chart of rows as the file has them. */
export function buildChart(rows: readonly DraftRow[], settings: FullSettings): BuiltChart {
  const problems: ChartFileProblem[] = [];
  const rangesOf = (zone: BodyZone | 'mass'): readonly (Range | undefined)[] => {
    const column = rangesOfColumn(rows, measureKey('body', zone));
    problems.push(...column.problems);
    return column.ranges;
  };
  const bodies = new Map(ZONE_ORDER.map((zone) => [zone, rangesOf(zone)]));
  const masses = rangesOf('mass');
  const sizeRows = rows.map((row, index): SizeRow => {
    const mass = masses[index];
    return {
      // Without a label there is no chart; what else is wrong with the row is told all the same.
      label: row.label === '' ? `#${index + 1}` : row.label,
      ...(Object.keys(row.systems).length > 0 && { systems: row.systems }),
      body: bodyAt(bodies, index),
      ...(mass && { mass: { minKg: mass.min, maxKg: mass.max } }),
      ...garmentOf(row),
      ...(Object.keys(row.grid).length > 0 && { grid: row.grid }),
    };
  });
  const { id, garmentType, fit, stretch, wearer } = settings;
  const plain: SizeChart = { id, garmentType, fit, ...(stretch && { stretch }), ...(wearer && { wearer }), rows: sizeRows };
  const filled = withBodies(withPairs(plain));
  return { chart: filled.chart, problems: [...problems, ...filled.problems] };
}

function bodyAt(bodies: ReadonlyMap<BodyZone, readonly (Range | undefined)[]>, index: number): SizeRow['body'] {
  const body: Partial<Record<BodyZone, BodyRange>> = {};
  for (const [zone, ranges] of bodies) {
    const range = ranges[index];
    if (range) body[zone] = { minCm: range.min, maxCm: range.max };
  }
  return body;
}

function garmentOf({ measures }: DraftRow): Pick<SizeRow, 'garmentCm'> {
  const garmentCm: Partial<Record<BodyZone, number>> = {};
  for (const zone of ZONE_ORDER) {
    const measure = measures.get(measureKey('garment', zone))?.measure;
    if (measure?.kind === 'value') garmentCm[zone] = tidy(measure.value);
    if (measure?.kind === 'range' && measure.min !== undefined && measure.max !== undefined) garmentCm[zone] = tidy((measure.min + measure.max) / 2);
  }
  return Object.keys(garmentCm).length > 0 ? { garmentCm } : {};
}

function withPairs(chart: SizeChart): SizeChart {
  if (chart.rows.some(({ grid }) => grid)) return chart;
  const isBra = chart.garmentType === 'bra' && !hasBodies(chart);
  const zones = isBra ? (['underbust', 'bustDifference'] as const) : ZONE_ORDER.filter((zone) => chart.rows.some(({ body, garmentCm }) => body[zone] ?? garmentCm?.[zone]));
  const pairs = readPairLabels(chart.rows.map(({ label }) => label), chart.garmentType, zones);
  return pairs ? { ...chart, rows: chart.rows.map((row, index) => ({ ...row, grid: { ...pairs[index] } })) } : chart;
}

const hasBodies = ({ rows }: SizeChart): boolean => rows.some(({ body }) => Object.keys(body).length > 0);

// Where the file says nothing of bodies, the garment may: by its measures, or a bra by its band and cup.
function withBodies(chart: SizeChart): BuiltChart {
  if (hasBodies(chart)) return { chart, problems: [] };
  if (chart.rows.some(({ garmentCm }) => garmentCm)) return fromGarment(chart);
  return chart.garmentType === 'bra' ? fromStandard(chart) : { chart, problems: [] };
}

function fromGarment(chart: SizeChart): BuiltChart {
  const worked = new Map(ZONE_ORDER.map((zone) => [zone, bodyFromGarment(chart, zone, chart.rows.flatMap(({ garmentCm }) => garmentCm?.[zone] ?? []))]));
  const rows = chart.rows.map((row) => {
    const body: Partial<Record<BodyZone, BodyRange>> = {};
    for (const [zone, ranges] of worked) {
      const range = ranges?.get(row.garmentCm?.[zone] ?? Number.NaN);
      if (range) body[zone] = range;
    }
    return { ...row, body };
  });
  const example = exampleOf(rows);
  if (example === undefined) return { chart, problems: [] };
  return { chart: { ...chart, bodyFrom: 'garment', rows }, problems: [chartFileProblem('note', 'body-from-garment', {}, { garment: chart.garmentType, fit: chart.fit, example })] };
}

function fromStandard(chart: SizeChart): BuiltChart {
  const rows = chart.rows.map((row) => {
    const underbust = bandRange(row.grid?.underbust ?? '');
    const bustDifference = cupRange(row.grid?.bustDifference ?? '');
    return { ...row, body: { ...(underbust && { underbust }), ...(bustDifference && { bustDifference }) } };
  });
  const example = exampleOf(rows);
  return { chart: { ...chart, rows }, problems: example === undefined ? [] : [chartFileProblem('note', 'body-from-standard', {}, { example })] };
}

function exampleOf(rows: readonly SizeRow[]): string | undefined {
  const row = rows[Math.floor(rows.length / 2)];
  const parts = ZONE_ORDER.flatMap((zone) => (row?.body[zone] ? `${zoneName(zone)} ${row.body[zone].minCm}-${row.body[zone].maxCm}` : []));
  return row && parts.length > 0 ? `${row.label} is ${parts.join(', ')}` : undefined;
}

const tidy = (cm: number): number => Math.round(cm * 100) / 100;
