import type { BodyEstimate } from '../body/index.ts';
import type { BodyZone } from '../contracts/index.ts';
import { choleskyOfCorrelation } from './cholesky.ts';
import { estimateAtZone } from './estimate-at-zone.ts';
import { type GarmentOffset, offsetAt } from './garment-offset.ts';
import { POINT_COUNT, normalPoints } from './normal-points.ts';
import { normalShare } from './normal-share.ts';

/** 95 % point of the standard normal distribution. */
const Z95 = 1.6448536269514722;

/**
 * Bodies that the measurements allow, drawn from the joint normal distribution of their errors, cm: `POINT_COUNT` values for each zone,
 * zone after zone in the order of `zones`; of both sexes where the body may have either. What is known of the garment's cut counts as if it were the body's.
 * Zones without an estimate are taken as 0.
 */
export function sampleBodies(body: BodyEstimate, zones: readonly BodyZone[], garment?: GarmentOffset): Float64Array {
  const { sexes: [first, second] = [], ...together } = body;
  if (!first || !second) return sampleOne(together, zones, garment);
  const [samples, others] = [first, second].map((sex) => sampleOne({ ...together, ...sex }, zones, garment)) as [Float64Array, Float64Array];
  // The dimension after those of the zones and of the preference says which sex a body has.
  const sexes = normalPoints(zones.length + 1);
  return samples.map((cm, at) => (normalShare(sexes[at % POINT_COUNT] as number) < first.weight ? cm : (others[at] as number)));
}

function sampleOne(body: BodyEstimate, zones: readonly BodyZone[], garment: GarmentOffset | undefined): Float64Array {
  const sds = zones.map((zone) => Math.hypot(errorSdCm(body, zone), offsetAt(garment, zone).sdCm));
  const lower = choleskyOfCorrelation(jointCorrelation(body, zones, sds, garment));
  const samples = new Float64Array(zones.length * POINT_COUNT);
  zones.forEach((zone, row) => {
    const values = samples.subarray(row * POINT_COUNT, (row + 1) * POINT_COUNT);
    values.fill((estimateAtZone(body, zone)?.meanCm ?? 0) + offsetAt(garment, zone).meanCm);
    for (let k = 0; k <= row; k++) addScaled(values, normalPoints(k), (lower[row]?.[k] ?? 0) * (sds[row] ?? 0));
  });
  return samples;
}

/** Standard deviation of a measurement's error, from its 90 % interval. */
export function errorSdCm(body: BodyEstimate, zone: BodyZone): number {
  const estimate = estimateAtZone(body, zone);
  return estimate ? Math.max(0, estimate.p95Cm - estimate.p5Cm) / (2 * Z95) : 0;
}

function addScaled(values: Float64Array, points: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let i = 0; i < POINT_COUNT; i++) values[i] = (values[i] as number) + factor * (points[i] as number);
}

/** Of the body's errors, and of what the zones of one garment share in being cut wrongly. */
function jointCorrelation(body: BodyEstimate, zones: readonly BodyZone[], sds: readonly number[], garment: GarmentOffset | undefined): number[][] {
  const known = body.correlation;
  const at = zones.map((zone) => known?.names.findIndex((name) => name === zone) ?? -1);
  const errors = zones.map((zone) => errorSdCm(body, zone));
  const cuts = zones.map((zone) => Math.min(offsetAt(garment, zone).sdCm, garment?.overall.sdCm ?? 0));
  return at.map((i, row) => at.map((j, column) => {
    if (row === column) return 1;
    const covariance = (known?.matrix[i]?.[j] ?? 0) * (errors[row] ?? 0) * (errors[column] ?? 0) + (cuts[row] ?? 0) * (cuts[column] ?? 0);
    const scale = (sds[row] ?? 0) * (sds[column] ?? 0);
    return scale > 0 ? covariance / scale : 0;
  }));
}
