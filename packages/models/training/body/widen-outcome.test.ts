import { expect, it } from 'vitest';
import { MEASUREMENT_NAMES, type MeasurementName, type MeasureOutcome } from '../../src/body/index.ts';
import { widenOutcome } from './widen-outcome.ts';

const spread = Object.fromEntries(MEASUREMENT_NAMES.map((name) => [name, name === 'hip' ? 2 : 1])) as Record<MeasurementName, number>;
const measured = {
  status: 'measured', body: { source: 'camera', profile: { statureCm: 170 }, measurements: { hip: { meanCm: 100, p5Cm: 95, p95Cm: 105 }, waist: { meanCm: 80, p5Cm: 75, p95Cm: 86 } } },
} as unknown as Extract<MeasureOutcome, { status: 'measured' }>;

it('widens the intervals round the same means, in logarithms', () => {
  const widened = widenOutcome(measured, spread);
  if (widened.status !== 'measured') throw new Error('refused');
  const { hip, waist } = widened.body.measurements;
  expect(hip?.meanCm).toBe(100);
  expect(hip?.p5Cm).toBeCloseTo(90.25);
  expect(hip?.p95Cm).toBeCloseTo(110.25);
  expect(waist?.p5Cm).toBeCloseTo(75);
});

it('leaves a refusal a refusal', () => {
  const refused = { status: 'refused', view: 'front', reason: 'no-person' } as const;
  expect(widenOutcome(refused, spread)).toEqual(refused);
});
