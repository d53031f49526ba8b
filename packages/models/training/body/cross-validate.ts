import type { BodyModel } from '../../src/body/body-model.ts';
import { measureBody, type MeasureOutcome } from '../../src/body/measure-body.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../../src/body/measurement-name.ts';
import { fitSensors, type SeenPerson } from './fit-sensors.ts';
import { fitShapes, withoutParents } from './fit-shapes.ts';
import type { Person } from './people.ts';
import type { BodyProfileRow } from './read-profiles.ts';

/** One person measured by a model that knows neither them nor their descendants. */
export interface FoldOutcome {
  readonly person: Person;
  readonly withMass: boolean;
  readonly outcome: MeasureOutcome;
}

export const PLAIN_SPREAD = Object.fromEntries(MEASUREMENT_NAMES.map((name) => [name, 1])) as Record<MeasurementName, number>;

/**
 * Measures every seen person with shapes and sensors learnt without them, with stature alone and with mass and sex too.
 * A person may be seen several times (by several pose models): all their sights are left out together.
 */
export function crossValidate(seen: readonly SeenPerson[], profiles: readonly BodyProfileRow[], folds: number, seed: number): FoldOutcome[] {
  const ids = [...new Set(seen.map(({ person }) => person.id))].toSorted();
  return Array.from({ length: folds }, (_, fold) => new Set(ids.filter((__, i) => i % folds === fold))).flatMap((leftOut) => {
    const model = foldModel(seen.filter(({ person }) => !leftOut.has(person.id)), withoutParents(profiles, leftOut), seed);
    return seen.filter(({ person }) => leftOut.has(person.id)).flatMap((one) => [measured(one, model, false), measured(one, model, true)]);
  });
}

function foldModel(seen: readonly SeenPerson[], profiles: readonly BodyProfileRow[], seed: number): Pick<BodyModel, 'shape' | 'sensors' | 'calibrations' | 'spread'> {
  const shape = fitShapes(profiles, seed);
  const none = { female: {}, male: {} };
  return { shape, sensors: fitSensors(seen, shape), calibrations: { field: none, synthetic: none }, spread: PLAIN_SPREAD };
}

function measured({ person, profiles }: SeenPerson, model: Pick<BodyModel, 'shape' | 'sensors' | 'calibrations' | 'spread'>, withMass: boolean): FoldOutcome {
  const { stature_cm: statureCm = NaN, mass_kg: massKg = NaN } = person.measurements;
  const profile = withMass ? { statureCm, massKg, sex: person.sex } : { statureCm };
  return { person, withMass, outcome: measureBody({ front: [profiles.front], side: [profiles.side], profile, model, calibration: 'synthetic' }) };
}
