import { createHash } from 'node:crypto';
import type { BodyModel } from '../../src/body/body-model.ts';
import { BODY_MODEL_FILE } from '../../src/body/load-body-model.ts';
import { estimateFromAnswers } from '../../src/body/estimate-from-answers.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../../src/body/measurement-name.ts';
import { WIDTH_NAMES } from '../../src/body/shape-variables.ts';
import type { SurveyRow } from './read-anthropometry.ts';
import type { FoldErrors, SensorFile } from './sensor-file.ts';
import type { TrainingData } from './train-body-model.ts';

/** What an artifact is, for `artifacts/body/manifest.json`: a size model that a server's registry takes as it is. */
export function bodyManifest(model: BodyModel, data: TrainingData & SensorFile, { seed, bytes }: { readonly seed: number; readonly bytes: Uint8Array }) {
  const sha256 = hashOf(bytes);
  const answers = answersFit(model, data.ansur);
  return {
    kind: 'size/1', version: hashOf(sha256).slice(0, 12), files: [{ name: BODY_MODEL_FILE, bytes: bytes.length, sha256 }],
    seed, format: model.version,
    units: { measurements: 'cm', widths: 'cm', stature: 'cm', mass: 'kg', correlation: '-1..1' },
    outputs: { measurements: MEASUREMENT_NAMES, widths: WIDTH_NAMES },
    shapeModel: { variables: model.shape.female.factor.rows, rank: model.shape.female.factor.columns },
    calibrations: model.calibrations,
    data: {
      'body-profiles': `${data.profiles.length} synthetic bodies, CC0`, 'ANSUR II': `${data.ansur.length} rows, US government work`,
      'NHANES 2017-18': `${data.nhanes.length} adults: upper arm; how waist and hip follow from the answers, US government work`,
      'people': 'sensors, 60 synthetic people, CC0',
    },
    metrics: metricsOf(data.metrics.both, answers),
    figures: { cameraSyntheticCm: data.metrics, answersTrainingCm: answers },
  };
}

const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** What a merchant compares versions by: mean absolute errors in cm, of pictures with stature alone and of answers. */
function metricsOf({ statureOnly }: FoldErrors, answers: Record<string, Partial<Record<MeasurementName, number>>>): Record<string, number> {
  const pictures = TOLD.map((name) => [`pictures${titled(name)}Cm`, statureOnly[name]]);
  const told = Object.entries(answers).flatMap(([sex, errors]) => Object.entries(errors).map(([name, error]) => [`${sex}Answers${titled(name)}Cm`, error]));
  return Object.fromEntries([...pictures, ...told]) as Record<string, number>;
}

const TOLD = ['chest', 'waist', 'hip', 'inseam', 'thigh', 'neck', 'shoulderBreadth'] as const;

const titled = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

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
