import { measureBody, type MeasureInput, type MeasureOutcome } from '../../src/body/measure-body.ts';
import type { PoseWeights } from '../../src/body/body-model.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../../src/body/measurement-name.ts';
import { fitSensors, readingsOfPerson, type SeenPerson } from './fit-sensors.ts';
import { fitShapeCorrections } from './fit-shape-corrections.ts';
import { fitShapes, withoutParents } from './fit-shapes.ts';
import type { Person } from './people.ts';
import type { BodyProfileRow } from './read-profiles.ts';
import { sightRows } from './sight-rows.ts';

/** One person measured by a model that knows neither them nor their descendants. */
export interface FoldOutcome {
  readonly person: Person;
  /** Whose sighting was measured. */
  readonly weights: PoseWeights | 'both';
  readonly withMass: boolean;
  readonly outcome: MeasureOutcome;
}

export const PLAIN_SPREAD = Object.fromEntries(MEASUREMENT_NAMES.map((name) => [name, 1])) as Record<MeasurementName, number>;

/**
 * Measures every seen person with shapes and sensors learnt without them, with stature alone and with mass and sex too.
 * A person may be seen several times (by several pose models): all their sights are left out together, and measured each alone and together.
 */
export function crossValidate(seen: readonly SeenPerson[], profiles: readonly BodyProfileRow[], folds: number, seed: number): FoldOutcome[] {
  const ids = [...new Set(seen.map(({ person }) => person.id))].toSorted();
  return Array.from({ length: folds }, (_, fold) => new Set(ids.filter((__, i) => i % folds === fold))).flatMap((leftOut) => {
    const model = foldModel(seen.filter(({ person }) => !leftOut.has(person.id)), withoutParents(profiles, leftOut), seed);
    return waysToMeasure(seen.filter(({ person }) => leftOut.has(person.id))).flatMap((ones) => [measured(ones, model, false), measured(ones, model, true)]);
  });
}

function foldModel(seen: readonly SeenPerson[], profiles: readonly BodyProfileRow[], seed: number): MeasureInput['model'] {
  const shape = fitShapes(profiles, seed);
  const none = { female: {}, male: {} };
  const sensors = fitSensors(seen, shape);
  const sights = seen.map((one) => sightRows(one.person.sex, readingsOfPerson(one, sensors[one.weights].cameras)));
  return { shape, sensors, correction: fitShapeCorrections(shape, profiles, sights, sensors.full, seed), calibrations: { field: none, synthetic: none }, spread: PLAIN_SPREAD };
}

/** Each sighting alone, and all of a person together. */
function waysToMeasure(seen: readonly SeenPerson[]): readonly (readonly SeenPerson[])[] {
  const together = Object.values(Object.groupBy(seen, ({ person }) => person.id)).filter((of) => of !== undefined && of.length > 1);
  return [...seen.map((one) => [one]), ...(together as SeenPerson[][])];
}

function measured(seen: readonly SeenPerson[], model: MeasureInput['model'], withMass: boolean): FoldOutcome {
  const [{ person, weights }] = seen as [SeenPerson];
  const { stature_cm: statureCm = NaN, mass_kg: massKg = NaN } = person.measurements;
  const profile = withMass ? { statureCm, massKg, sex: person.sex } : { statureCm };
  const sightings = seen.map((one) => ({ ...one.profiles, weights: one.weights }));
  return { person, weights: seen.length > 1 ? 'both' : weights, withMass, outcome: measureBody({ sightings, profile, model, calibration: 'synthetic' }) };
}
