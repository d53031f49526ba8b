import type { BodyEstimate, MeasurementEstimate } from '../body/index.ts';
import type { SizeChart } from '../contracts/index.ts';
import type { Contest, SizeDecision } from './decide-size.ts';
import { estimateAtZone } from './estimate-at-zone.ts';
import { type GarmentOffset, offsetAt } from './garment-offset.ts';
import { normalShare } from './normal-share.ts';
import { borderCm, placeCost } from './place-cost.ts';
import { errorSdCm } from './sample-bodies.ts';
import type { SizeOdds } from './size-odds.ts';
import { type ScaleZone, TOLERANCE_CM } from './size-scale.ts';
import type { ZoneAdvice, ZoneFit, ZoneMargin, ZoneVerdict } from './size-advice.ts';

interface ExplainInput {
  readonly scale: readonly ScaleZone[];
  readonly body: BodyEstimate;
  readonly chart: SizeChart;
  readonly garment: GarmentOffset | undefined;
  readonly decision: SizeDecision;
  readonly fits: SizeOdds['fits'];
}

/**
 * Why: each zone with what the advised sizes would be like there, the weightiest first.
 * The decisive zone is the one that speaks loudest for the winner against its rival; without a contest, the least certain one.
 */
export function explainZones({ scale, body, chart, garment, decision, fits }: ExplainInput): ZoneAdvice[] {
  const { contest } = decision;
  const known = scale.flatMap((zone, k) => {
    const estimate = estimateAtZone(body, zone.zone);
    return estimate === undefined ? [] : [{ zone, k, estimate, cm: estimate.meanCm + offsetAt(garment, zone.zone).meanCm, sdCm: Math.hypot(errorSdCm(body, zone.zone), offsetAt(garment, zone.zone).sdCm) }];
  });
  const voices = known.map(({ zone, cm, sdCm }) => zone.weight * (contest ? voiceOf(zone, cm, contest) : sdCm / zone.stepCm));
  const loudest = voices.indexOf(Math.max(...voices));
  return known.map(({ zone, k, estimate, cm, sdCm }, index): ZoneAdvice => ({
    zone: zone.zone, body: estimate, weight: zone.weight, decisive: index === loudest,
    fits: advisedRows(decision).flatMap((row) => fitAt({ zone, body: estimate, cm, chart, row, probability: fits([row + 1], [k]) })),
    ...(garment && { offset: offsetAt(garment, zone.zone) }),
    ...(contest && { margin: marginOf(zone, cm, sdCm, contest) }),
  })).toSorted((a, b) => b.weight - a.weight);
}

/** Numbers of rows, 0 the first. */
function advisedRows(decision: SizeDecision): readonly number[] {
  if (decision.status === 'unavailable') return [];
  return decision.status === 'recommended' ? [decision.place - 1] : [decision.lower - 1, decision.lower];
}

function voiceOf({ stepCm, places }: ScaleZone, cm: number, contest: Contest): number {
  const [winner, rival] = contest.map((index) => {
    const place = places[index];
    return place ? placeCost(place, cm, stepCm) : 0;
  });
  return (rival ?? 0) - (winner ?? 0);
}

/** How far the zone lies on the winner's side of the border with its rival. */
function marginOf({ places }: ScaleZone, cm: number, sdCm: number, [winner, rival]: Contest): ZoneMargin {
  const [lower, upper] = [places[Math.min(winner, rival)], places[Math.max(winner, rival)]];
  const border = lower && upper ? borderCm(lower, upper) : cm;
  const byCm = winner < rival ? border - cm : cm - border;
  return { borderCm: border, byCm, probability: sdCm > 0 ? normalShare(byCm / sdCm) : Number(byCm >= 0) };
}

interface FitInput {
  readonly zone: ScaleZone;
  readonly body: MeasurementEstimate;
  readonly cm: number;
  readonly chart: SizeChart;
  readonly row: number;
  readonly probability: number;
}

function fitAt({ zone: { zone }, body, cm, chart, row, probability }: FitInput): ZoneFit[] {
  const sizeRow = chart.rows[row];
  const range = sizeRow?.body[zone];
  if (!sizeRow || !range) return [];
  const outsideCm = Math.max(0, cm - range.maxCm) + Math.min(0, cm - range.minCm);
  const garmentCm = sizeRow.garmentCm?.[zone];
  return [{
    size: sizeRow.label, range, outsideCm, verdict: verdictOf(outsideCm), probability,
    ...(garmentCm !== undefined && { easeCm: { meanCm: garmentCm - cm, p5Cm: garmentCm - cm - (body.p95Cm - body.meanCm), p95Cm: garmentCm - cm + (body.meanCm - body.p5Cm) } }),
  }];
}

function verdictOf(outsideCm: number): ZoneVerdict {
  if (Math.abs(outsideCm) <= TOLERANCE_CM) return 'good';
  return outsideCm > 0 ? 'tight' : 'loose';
}
