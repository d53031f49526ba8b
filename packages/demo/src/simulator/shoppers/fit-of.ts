import type { BodyZone, SizeChart, SizeRow } from '@vua/models/contracts';
import type { SimulatedBody } from './draw-body.ts';

/** Where a size fits worst. */
export interface Fit {
  readonly zone: BodyZone;
  /** By how much the body is beyond what the size is made for: above 0 it is too small, below 0 too large, 0 it fits. */
  readonly missCm: number;
}

const LENGTHS: readonly BodyZone[] = ['stature', 'inseam', 'armLength'];
/** Of two sizes that fit, the one whose middle is nearer. */
const CENTRE_WEIGHT = 0.02;

/** How a size sits. @param runsLargeCm by how much its girths come out larger than the chart promises */
export function fitOf(row: SizeRow, body: SimulatedBody, runsLargeCm = 0): Fit {
  let worst: Fit = { zone: 'chest', missCm: 0 };
  for (const { zone, missCm } of missesOf(row, body, runsLargeCm)) if (Math.abs(missCm) > Math.abs(worst.missCm)) worst = { zone, missCm };
  return worst;
}

/** The size of the chart that sits best. @throws for a chart without sizes, which the contract forbids */
export function bestSize({ rows }: SizeChart, body: SimulatedBody, runsLargeCm = 0): SizeRow {
  const [first] = rows;
  if (first === undefined) throw new Error('a chart has no sizes');
  const cost = (row: SizeRow): number => missesOf(row, body, runsLargeCm).reduce((sum, { missCm, offCentreCm }) => sum + missCm ** 2 + CENTRE_WEIGHT * offCentreCm ** 2, 0);
  return rows.reduce((best, row) => (cost(row) < cost(best) ? row : best), first);
}

interface Miss extends Fit {
  readonly offCentreCm: number;
}

function missesOf({ body: ranges }: SizeRow, body: SimulatedBody, runsLargeCm: number): Miss[] {
  return (Object.keys(ranges) as BodyZone[]).flatMap((zone) => {
    const [range, bodyCm] = [ranges[zone], body[zone]];
    if (range === undefined || bodyCm === undefined) return [];
    const worn = LENGTHS.includes(zone) ? bodyCm : bodyCm - runsLargeCm;
    const missCm = Math.max(0, worn - range.maxCm) + Math.min(0, worn - range.minCm);
    return [{ zone, missCm, offCentreCm: worn - (range.minCm + range.maxCm) / 2 }];
  });
}
