import type { BodyEstimate, ErrorCorrelation, MeasurementName } from '../../body/index.ts';
import type { BodyZone, GarmentType, SizeChart } from '../../contracts/index.ts';

/** A chart with equal steps: `first` gives the lower end of the first size at each zone. */
export function exampleChart(garmentType: GarmentType, first: Partial<Record<BodyZone, number>>, { stepCm = 6, labels = ['S', 'M', 'L', 'XL'] } = {}): SizeChart {
  const rows = labels.map((label, index) => ({
    label,
    body: Object.fromEntries(Object.entries(first).map(([zone, minCm]) => [zone, { minCm: minCm + index * stepCm, maxCm: minCm + (index + 1) * stepCm }])),
  }));
  return { id: 'example', garmentType, fit: 'regular', rows };
}

/** A body whose errors have the standard deviation `sdCm`. */
export function exampleBody(meansCm: Partial<Record<MeasurementName, number>>, sdCm: number, correlation?: ErrorCorrelation): BodyEstimate {
  const half = 1.6448536269514722 * sdCm;
  const measurements = Object.fromEntries(Object.entries(meansCm).map(([name, meanCm]) => [name, { meanCm, p5Cm: meanCm - half, p95Cm: meanCm + half }]));
  return { source: 'camera', profile: { statureCm: 165 }, measurements, ...(correlation && { correlation }) };
}
