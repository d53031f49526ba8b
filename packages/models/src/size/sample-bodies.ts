import type { BodyEstimate, ErrorCorrelation } from '../body/index.ts';
import type { BodyZone } from '../contracts/index.ts';
import { choleskyOfCorrelation } from './cholesky.ts';
import { normalPoints } from './normal-points.ts';

/** 95 % point of the standard normal distribution. */
const Z95 = 1.6448536269514722;

/**
 * Bodies that the measurements allow, drawn from the joint normal distribution of their errors: 512 rows of centimetres in the order of `zones`.
 * Zones without an estimate are taken as 0.
 */
export function sampleBodies(body: BodyEstimate, zones: readonly BodyZone[]): number[][] {
  const means = zones.map((zone) => body.measurements[zone]?.meanCm ?? 0);
  const lower = choleskyOfCorrelation(correlationOf(body.correlation, zones));
  const factors = lower.map((row, index) => row.map((value) => value * errorSdCm(body, zones[index])));
  return normalPoints(zones.length).map((point) =>
    factors.map((row, index) => row.reduce((sum, factor, k) => sum + factor * (point[k] ?? 0), means[index] ?? 0)));
}

/** Standard deviation of a measurement's error, from its 90 % interval. */
export function errorSdCm(body: BodyEstimate, zone: BodyZone | undefined): number {
  const estimate = zone && body.measurements[zone];
  return estimate ? Math.max(0, estimate.p95Cm - estimate.p5Cm) / (2 * Z95) : 0;
}

function correlationOf(known: ErrorCorrelation | undefined, zones: readonly BodyZone[]): number[][] {
  const at = zones.map((zone) => known?.names.indexOf(zone) ?? -1);
  return at.map((i, row) => at.map((j, column) => (row === column ? 1 : (known?.matrix[i]?.[j] ?? 0))));
}
