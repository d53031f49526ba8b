import type { Sex } from '../../src/body/body-estimate.ts';
import type { BodyModel, SensorModel } from '../../src/body/body-model.ts';
import { fitShapeCorrection } from './fit-shape-correction.ts';
import { seededRandom } from './random.ts';
import type { BodyProfileRow } from './read-profiles.ts';
import type { SightRows } from './sight-rows.ts';
import { shapeVector } from './shape-vector.ts';

/** One correction a sex, each from the bodies and the sights of that sex. */
export function fitShapeCorrections(
  shape: BodyModel['shape'], profiles: readonly BodyProfileRow[], sights: readonly SightRows[], sensors: SensorModel, seed: number,
): BodyModel['correction'] {
  const of = (sex: Sex) => fitShapeCorrection(
    shape[sex], profiles.filter((row) => row.sex === sex).map(shapeVector), sights.filter((rows) => rows.sex === sex), sensors, seededRandom(seed),
  );
  return { female: of('female'), male: of('male') };
}
