import { BODY_MODEL_FILE, type BodyModel, type BodyProfile, MEASUREMENT_NAMES, estimateFromAnswers, loadBodyModel } from '@vua/models/body';

/** Whether a device could measure with these files: one file, of the version that this code reads, that gives plausible measurements. @param contents by name */
export function isSizeModel(contents: ReadonlyMap<string, Uint8Array>): boolean {
  const bytes = contents.get(BODY_MODEL_FILE);
  if (bytes === undefined || contents.size !== 1) return false;
  try {
    const model = loadBodyModel(new Uint8Array(bytes).buffer);
    return isWhole(model) && TRIED.every((profile) => isPlausible(profile, model));
  } catch {
    // A file of another program may break the reading anywhere.
    return false;
  }
}

/** What pictures need, which is not tried here. */
const isWhole = ({ correction, sensors: { lite, full }, calibrations: { field, synthetic }, spread }: BodyModel): boolean =>
  [correction.female, correction.male, lite.curves, full.curves, lite.cameras, full.cameras, field.female, field.male, synthetic.female, synthetic.male].every((part) => typeof part === 'object' && part !== null)
  && MEASUREMENT_NAMES.every((name) => spread[name] > 0);

const TRIED: readonly BodyProfile[] = [
  { statureCm: 165 }, { statureCm: 158, massKg: 52, sex: 'female' }, { statureCm: 176, massKg: 82, ageYears: 44, sex: 'male' }, { statureCm: 166, massKg: 90, ageYears: 60, sex: 'female' },
];

/** No adult's measurement is outside of this, wrist and torso included. */
const PLAUSIBLE_CM = { least: 10, most: 200 };

function isPlausible(profile: BodyProfile, model: BodyModel): boolean {
  const told = Object.values(estimateFromAnswers(profile, model).measurements);
  return told.length > 0 && told.every(({ p5Cm, meanCm, p95Cm }) => p5Cm > PLAUSIBLE_CM.least && p5Cm < meanCm && meanCm < p95Cm && p95Cm < PLAUSIBLE_CM.most);
}
