import type { BodyEstimate, ErrorCorrelation } from '../../src/body/index.ts';
import { MEASUREMENT_NAMES } from '../../src/body/index.ts';
import { DATA_NAME } from '../body/read-profiles.ts';

type WrittenEstimates = Readonly<Record<string, { readonly mean: number; readonly p5: number; readonly p95: number }>>;

/** A person of the file that `eval:body` writes; estimates are empty when the pictures were refused. Correlations may stand beside them. */
export interface EstimatedRow {
  readonly id: string;
  readonly estimates: WrittenEstimates;
  readonly estimatesWithMass: WrittenEstimates;
  readonly truth?: Readonly<Record<string, number>>;
  readonly correlation?: ErrorCorrelation;
  readonly correlationWithMass?: ErrorCorrelation;
}

/** One person with all that their size may be advised from. */
export interface EstimatedPerson {
  readonly id: string;
  /** True measurements as a body without doubt. */
  readonly truth: BodyEstimate;
  /** From pictures and stature; absent when refused. */
  readonly pictures?: BodyEstimate;
  /** With mass and sex too. */
  readonly picturesWithMass?: BodyEstimate;
}

/** @throws Error when a person's truth lacks stature, mass or the trunk's girths: then nothing can be compared. */
export function readEstimates(rows: readonly EstimatedRow[]): EstimatedPerson[] {
  return rows.map((row) => {
    const { truth = {} } = row;
    const profile = { statureCm: truthAt(row, 'stature_cm'), massKg: truthAt(row, 'mass_kg') };
    for (const name of ['chest_cm', 'waist_cm', 'hip_cm']) truthAt(row, name);
    const exact = Object.fromEntries(Object.entries(truth).map(([name, cm]) => [name, { mean: cm, p5: cm, p95: cm }]));
    const pictures = bodyOf(row.estimates, { statureCm: profile.statureCm }, row.correlation);
    const picturesWithMass = bodyOf(row.estimatesWithMass, profile, row.correlationWithMass);
    return { id: row.id, truth: { source: 'camera', profile, measurements: measurementsOf(exact) }, ...(pictures && { pictures }), ...(picturesWithMass && { picturesWithMass }) };
  });
}

function truthAt({ id, truth }: EstimatedRow, name: string): number {
  const value = truth?.[name];
  if (value === undefined) throw new Error(`${id} has no true ${name}: nothing to compare with`);
  return value;
}

function bodyOf(estimates: WrittenEstimates, profile: BodyEstimate['profile'], correlation: ErrorCorrelation | undefined): BodyEstimate | undefined {
  const measurements = measurementsOf(estimates);
  if (Object.keys(measurements).length === 0) return undefined;
  return { source: 'camera', profile, measurements, ...(correlation && { correlation }) };
}

function measurementsOf(estimates: WrittenEstimates): BodyEstimate['measurements'] {
  return Object.fromEntries(MEASUREMENT_NAMES.flatMap((name) => {
    const estimate = estimates[DATA_NAME[name]];
    return estimate === undefined ? [] : [[name, { meanCm: estimate.mean, p5Cm: estimate.p5, p95Cm: estimate.p95 }]];
  }));
}
