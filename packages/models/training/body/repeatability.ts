import { MEASUREMENT_NAMES, type MeasurementName } from '../../src/body/index.ts';
import { average } from './average.ts';
import type { EvaluatedPerson, Pass } from './evaluated-person.ts';
import { DATA_NAME } from './read-profiles.ts';
import { rounded } from './rounded.ts';

/** How far captures of the same person spread, cm. */
export interface Repeatability {
  /** Mean over people of the standard deviation (n - 1) over their captures. */
  readonly meanSd: number;
  /** 90 % of the people spread less. */
  readonly p90Sd: number;
  /** People with at least two measured captures. */
  readonly people: number;
  /** Each person's own standard deviation. */
  readonly sd: Readonly<Record<string, number>>;
}

/** By measurement; empty when nobody was captured twice. */
export function repeatability(captures: readonly EvaluatedPerson[], pass: Pass): Record<string, Repeatability> {
  const people = Map.groupBy(captures, ({ id }) => id);
  return Object.fromEntries(MEASUREMENT_NAMES.flatMap((name) => {
    const sd = [...people].flatMap(([id, own]): [string, number][] => {
      const means = meansOf(own, pass, name);
      return means.length < 2 ? [] : [[id, deviation(means)]];
    });
    return sd.length === 0 ? [] : [[DATA_NAME[name], spread(sd)]];
  }));
}

function meansOf(captures: readonly EvaluatedPerson[], pass: Pass, name: MeasurementName): number[] {
  return captures.flatMap((capture) => {
    const outcome = capture[pass];
    return outcome?.status === 'measured' ? (outcome.body.measurements[name]?.meanCm ?? []) : [];
  });
}

function spread(sd: readonly (readonly [string, number])[]): Repeatability {
  const sizes = sd.map(([, value]) => value).toSorted((a, b) => a - b);
  return {
    meanSd: rounded(average(sizes)),
    p90Sd: rounded(sizes[Math.ceil(0.9 * sizes.length) - 1] ?? NaN),
    people: sizes.length,
    sd: Object.fromEntries(sd.map(([id, value]) => [id, rounded(value)])),
  };
}

function deviation(values: readonly number[]): number {
  const mean = average(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
