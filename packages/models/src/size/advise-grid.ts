import type { BodyZone, SizeChart, SizeRow } from '../contracts/index.ts';
import { findGridRow } from './charts/split-grid.ts';
import { zoneWeight } from './garments/zone-weights.ts';
import { certaintyOf } from './certainty.ts';
import type { Certainty, SizeAdvice, ZoneAdvice } from './size-advice.ts';

/** What is advised along one axis of a grid, in parts of the label. */
export interface AxisAdvice {
  readonly zone: BodyZone;
  readonly advice: SizeAdvice;
}

const CERTAINTIES: readonly Certainty[] = ['low', 'medium', 'high'];

/**
 * Advice on a chart of pairs, such as W32 L30, from the advice along each axis; the axes' errors are taken as independent.
 * Between two sizes along several axes, the weightiest stays between and the others take the likelier part: four sizes help nobody.
 */
export function adviseGrid(chart: SizeChart, axes: readonly AxisAdvice[]): SizeAdvice {
  const rows = rowsWithOdds(chart, axes);
  const refused = axes.find(({ advice }) => advice.status === 'unavailable')?.advice;
  if (refused?.status === 'unavailable') return { ...refused, ...rows, zones: zonesOf(chart, axes, []) };
  const contested = contestedAxis(chart, axes);
  const parts = axes.map(({ zone, advice }) => ({ zone, labels: zone === contested?.zone ? advisedParts(advice) : [likelierPart(advice)] }));
  const advised = pairsOf(parts).map((labels) => findGridRow(chart, labels)).filter((row) => row !== undefined);
  const isComplete = advised.length === parts.reduce((product, { labels }) => product * labels.length, 1);
  const [first, second] = advised;
  const report = { ...rows, zones: zonesOf(chart, axes, isComplete ? advised : [], contested?.zone), surer: (contested ?? axes[0])?.advice.surer ?? [] };
  // The pair is not made.
  if (!isComplete || first === undefined) return { status: 'unavailable', reason: 'too-uncertain', ...report };
  const probability = axes.reduce((product, { zone, advice }) => product * (advice.status === 'between' && zone === contested?.zone ? advice.probability : partOdds(advice, likelierPart(advice))), 1);
  const certainty = leastCertain([certaintyOf(probability), ...axes.flatMap(({ advice }) => (advice.status === 'unavailable' ? [] : advice.certainty))]);
  return second === undefined
    ? { status: 'recommended', size: first.label, probability, certainty, ...report }
    : { status: 'between', smaller: first.label, larger: second.label, likelier: contested && first.grid?.[contested.zone] === likelierPart(contested.advice) ? first.label : second.label, probability, certainty, ...report };
}

function rowsWithOdds({ rows }: SizeChart, axes: readonly AxisAdvice[]): Pick<SizeAdvice, 'probabilities' | 'smallerThanChart' | 'largerThanChart'> {
  if (axes.some(({ advice }) => advice.probabilities.length === 0)) return { probabilities: [], smallerThanChart: 0, largerThanChart: 0 };
  const within = axes.reduce((product, { advice }) => product * (1 - advice.smallerThanChart - advice.largerThanChart), 1);
  const smallerThanChart = 1 - axes.reduce((product, { advice }) => product * (1 - advice.smallerThanChart), 1);
  return {
    probabilities: rows.map(({ label, grid = {} }) => ({ size: label, probability: axes.reduce((product, { zone, advice }) => product * partOdds(advice, grid[zone]), 1) })),
    smallerThanChart, largerThanChart: 1 - within - smallerThanChart,
  };
}

const partOdds = ({ probabilities }: SizeAdvice, part: string | undefined): number => probabilities.find(({ size }) => size === part)?.probability ?? 0;

/** The weightiest axis along which the body lies between two parts. */
function contestedAxis(chart: SizeChart, axes: readonly AxisAdvice[]): AxisAdvice | undefined {
  return axes.filter(({ advice }) => advice.status === 'between').toSorted((a, b) => (zoneWeight(chart, b.zone) ?? 0) - (zoneWeight(chart, a.zone) ?? 0))[0];
}

function advisedParts(advice: SizeAdvice): readonly string[] {
  if (advice.status === 'unavailable') return [];
  return advice.status === 'recommended' ? [advice.size] : [advice.smaller, advice.larger];
}

function likelierPart(advice: SizeAdvice): string {
  if (advice.status === 'unavailable') return '';
  return advice.status === 'recommended' ? advice.size : advice.likelier;
}

function pairsOf(parts: readonly { readonly zone: BodyZone; readonly labels: readonly string[] }[]): Partial<Record<BodyZone, string>>[] {
  return parts.reduce<Partial<Record<BodyZone, string>>[]>((pairs, { zone, labels }) => labels.flatMap((label) => pairs.map((pair) => ({ ...pair, [zone]: label }))), [{}]);
}

const leastCertain = (all: readonly Certainty[]): Certainty => CERTAINTIES.find((each) => all.includes(each)) ?? 'low';

/** The zones of all axes, weighted by axis, each with the advised pairs; the decisive one is that of the contested axis, else of the weightiest. */
function zonesOf(chart: SizeChart, axes: readonly AxisAdvice[], advised: readonly SizeRow[], contested?: BodyZone): ZoneAdvice[] {
  const known = axes.filter(({ advice }) => advice.zones.length > 0);
  const total = known.reduce((sum, { zone }) => sum + (zoneWeight(chart, zone) ?? 0), 0);
  const deciding = contested ?? known.toSorted((a, b) => (zoneWeight(chart, b.zone) ?? 0) - (zoneWeight(chart, a.zone) ?? 0))[0]?.zone;
  return known.flatMap(({ zone: axis, advice }) => advice.zones.map((zone): ZoneAdvice => ({
    ...zone,
    weight: (zone.weight * (zoneWeight(chart, axis) ?? 0)) / total,
    decisive: zone.decisive && axis === deciding,
    fits: advised.flatMap(({ label, grid = {} }) => zone.fits.filter(({ size }) => size === grid[axis]).map((fit) => ({ ...fit, size: label }))),
  }))).toSorted((a, b) => b.weight - a.weight);
}
