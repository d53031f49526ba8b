import type { MeasurementName, MeasureOutcome } from '../../src/body/index.ts';

/** The outcome with every interval made wider by its measurement's factor on the standard deviation, as `measureBody` does by `BodyModel.spread`. */
export function widenOutcome(outcome: MeasureOutcome, spread: Readonly<Record<MeasurementName, number>>): MeasureOutcome {
  if (outcome.status === 'refused') return outcome;
  const measurements = Object.fromEntries(Object.entries(outcome.body.measurements).map(([name, { meanCm, p5Cm, p95Cm }]) => {
    const factor = spread[name as MeasurementName];
    return [name, { meanCm, p5Cm: meanCm * (p5Cm / meanCm) ** factor, p95Cm: meanCm * (p95Cm / meanCm) ** factor }];
  }));
  return { ...outcome, body: { ...outcome.body, measurements } };
}
