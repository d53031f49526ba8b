import type { BodyEstimate, MeasurementEstimate } from '../body/index.ts';
import type { SizeChart } from '../contracts/index.ts';
import { placeCost } from './place-cost.ts';
import { errorSdCm } from './sample-bodies.ts';
import type { ScaleZone } from './size-scale.ts';
import type { ZoneAdvice, ZoneFit, ZoneVerdict } from './size-advice.ts';

// Less than this nobody feels.
const FELT_CM = 0.5;

/** The two places (0 = below the chart) whose contest the explanation is about. */
export type Contest = readonly [winner: number, rival: number];

/**
 * Why: each zone with what the advised sizes (numbers of rows, 0 the first) would be like there, the weightiest first.
 * The decisive zone is the one that speaks loudest for the winner against its rival; without a contest, the least certain one.
 */
export function explainZones(scale: readonly ScaleZone[], body: BodyEstimate, chart: SizeChart, rows: readonly number[], contest?: Contest): ZoneAdvice[] {
  const voices = scale.map((zone) => zone.weight * voiceOf(zone, body, contest));
  const loudest = voices.indexOf(Math.max(...voices));
  const advice = scale.flatMap((zone, index) => {
    const estimate = body.measurements[zone.zone];
    if (!estimate) return [];
    return { zone: zone.zone, body: estimate, weight: zone.weight, decisive: index === loudest, fits: rows.flatMap((row) => fitAt(zone, estimate, chart, row)) };
  });
  return advice.sort((a, b) => b.weight - a.weight);
}

function voiceOf({ zone, stepCm, places }: ScaleZone, body: BodyEstimate, contest: Contest | undefined): number {
  const cm = body.measurements[zone]?.meanCm ?? 0;
  if (!contest) return errorSdCm(body, zone) / stepCm;
  const [winner, rival] = contest.map((index) => {
    const place = places[index];
    return place ? placeCost(place, cm, stepCm) : 0;
  });
  return (rival ?? 0) - (winner ?? 0);
}

function fitAt({ zone }: ScaleZone, body: MeasurementEstimate, chart: SizeChart, row: number): ZoneFit[] {
  const sizeRow = chart.rows[row];
  const range = sizeRow?.body[zone];
  if (!sizeRow || !range) return [];
  const outsideCm = Math.max(0, body.meanCm - range.maxCm) + Math.min(0, body.meanCm - range.minCm);
  const garmentCm = sizeRow.garmentCm?.[zone];
  return [{
    size: sizeRow.label, range, outsideCm, verdict: verdictOf(outsideCm),
    ...(garmentCm !== undefined && { easeCm: { meanCm: garmentCm - body.meanCm, p5Cm: garmentCm - body.p95Cm, p95Cm: garmentCm - body.p5Cm } }),
  }];
}

function verdictOf(outsideCm: number): ZoneVerdict {
  if (Math.abs(outsideCm) < FELT_CM) return 'good';
  return outsideCm > 0 ? 'tight' : 'loose';
}
