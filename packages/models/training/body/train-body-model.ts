import type { BodyModel } from '../../src/body/body-model.ts';
import { BODY_MODEL_VERSION } from '../../src/body/load-body-model.ts';
import type { MeasurementName } from '../../src/body/measurement-name.ts';
import { fitAnswers } from './fit-answers.ts';
import { fitFieldCalibration } from './fit-field-calibration.ts';
import { fitShapeCorrections } from './fit-shape-corrections.ts';
import { fitShapes, withoutParents } from './fit-shapes.ts';
import type { SurveyRow } from './read-anthropometry.ts';
import type { AnsweredRow } from './answers/answer-sample.ts';
import { fitMass } from './answers/fit-mass.ts';
import type { BodyProfileRow } from './read-profiles.ts';
import type { SightRows } from './sight-rows.ts';

/** What a body model is trained from. */
export interface TrainingData {
  readonly profiles: readonly BodyProfileRow[];
  readonly ansur: readonly SurveyRow[];
  readonly nhanes: readonly AnsweredRow[];
  /** Learnt by `fit-sensors` from pictures. */
  readonly sensors: BodyModel['sensors'];
  readonly sights: readonly SightRows[];
  readonly spread: Readonly<Record<MeasurementName, number>>;
}

/** @param leftOut people of `people/` whose descendants must not be trained on: for honest figures on them */
export function trainBodyModel(data: TrainingData, seed: number, leftOut: ReadonlySet<string> = new Set()): BodyModel {
  const profiles = withoutParents(data.profiles, leftOut);
  const shape = fitShapes(profiles, seed);
  return {
    version: BODY_MODEL_VERSION,
    shape,
    correction: fitShapeCorrections(shape, profiles, data.sights, data.sensors.full, seed),
    sensors: data.sensors,
    calibrations: { field: fitFieldCalibration(data.ansur, profiles), synthetic: { female: {}, male: {} } },
    spread: data.spread,
    stature: { female: statureOf(data.ansur, 'female'), male: statureOf(data.ansur, 'male') },
    answers: fitAnswers({ ansur: data.ansur, nhanes: data.nhanes, profiles }),
    mass: { female: fitMass(data.ansur, 'female'), male: fitMass(data.ansur, 'male') },
  };
}

function statureOf(ansur: readonly SurveyRow[], sex: 'female' | 'male'): { mean: number; sd: number } {
  const cm = ansur.filter(({ profile }) => profile.sex === sex).map(({ profile }) => profile.statureCm);
  const mean = cm.reduce((sum, value) => sum + value, 0) / cm.length;
  return { mean, sd: Math.sqrt(cm.reduce((sum, value) => sum + (value - mean) ** 2, 0) / cm.length) };
}
