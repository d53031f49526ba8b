import type { BodyModel } from '../../src/body/body-model.ts';
import { estimateFromAnswers } from '../../src/body/estimate-from-answers.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../../src/body/measurement-name.ts';
import { WIDTH_NAMES } from '../../src/body/shape-variables.ts';
import type { SurveyRow } from './read-anthropometry.ts';
import type { SensorFile } from './sensor-file.ts';
import type { TrainingData } from './train-body-model.ts';

/** What an artifact is, for `artifacts/body/manifest.json`. */
export function bodyManifest(model: BodyModel, data: TrainingData & SensorFile, file: { seed: number; sha256: string; bytes: number }) {
  return {
    model: 'body', version: model.version, file: 'body.bin', ...file,
    units: { measurements: 'cm', widths: 'cm', stature: 'cm', mass: 'kg', correlation: '-1..1' },
    outputs: { measurements: MEASUREMENT_NAMES, widths: WIDTH_NAMES },
    shapeModel: { variables: model.shape.female.factor.rows, rank: model.shape.female.factor.columns },
    calibrations: model.calibrations,
    data: {
      'body-profiles': `${data.profiles.length} synthetic bodies, CC0`, 'ANSUR II': `${data.ansur.length} rows, US government work`,
      'NHANES 2017-18': `${data.nhanes.length} adults: upper arm; how waist and hip follow from the answers, US government work`,
      'people': 'sensors, 60 synthetic people, CC0',
    },
    metrics: { cameraSyntheticCm: data.metrics, answersTrainingCm: answersFit(model, data.ansur) },
  };
}

/** Mean absolute error (cm) of height, weight, age and sex on the very rows that were trained on: 13 weights on thousands of rows. */
function answersFit(model: BodyModel, rows: readonly SurveyRow[]): Record<string, Partial<Record<MeasurementName, number>>> {
  const mae = (sex: string, name: MeasurementName): number => {
    const own = rows.filter((row) => row.profile.sex === sex);
    const errors = own.map(({ profile, measurements }) => Math.abs((estimateFromAnswers(profile, model).measurements[name]?.meanCm ?? NaN) - (measurements[name] ?? NaN)));
    return Number((errors.reduce((sum, error) => sum + error, 0) / errors.length).toFixed(2));
  };
  const names = ['chest', 'waistNavel', 'hip', 'neck', 'thigh', 'inseam'] as const;
  return Object.fromEntries(['female', 'male'].map((sex) => [sex, Object.fromEntries(names.map((name) => [name, mae(sex, name)]))]));
}
