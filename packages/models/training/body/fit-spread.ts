import { MEASUREMENT_NAMES, type MeasurementName } from '../../src/body/measurement-name.ts';
import type { FoldOutcome } from './cross-validate.ts';
import { DATA_NAME } from './read-profiles.ts';

/** 95 % point of the standard normal. */
const Z95 = 1.6449;

/** Factor on each measurement's standard deviation with which nine in ten left-out people fall into the 90 % interval. */
export function fitSpread(outcomes: readonly FoldOutcome[]): Record<MeasurementName, number> {
  return Object.fromEntries(MEASUREMENT_NAMES.map((name) => {
    const z = outcomes.flatMap((of) => absoluteZ(of, name)).toSorted((a, b) => a - b);
    const at = (z[Math.min(z.length - 1, Math.ceil(0.9 * (z.length + 1)) - 1)] ?? Z95) / Z95;
    return [name, Number(at.toFixed(3))];
  })) as Record<MeasurementName, number>;
}

function absoluteZ({ person, outcome }: FoldOutcome, name: MeasurementName): number[] {
  const truth = person.measurements[DATA_NAME[name]];
  if (outcome.status !== 'measured' || truth === undefined) return [];
  const estimate = outcome.body.measurements[name];
  if (estimate === undefined) return [];
  const sd = Math.log(estimate.p95Cm / estimate.p5Cm) / (2 * Z95);
  return [Math.abs(Math.log(truth / estimate.meanCm)) / sd];
}
