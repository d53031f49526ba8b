import type { Sex } from './body-estimate.ts';
import type { FactorGaussian } from './condition-gaussian.ts';
import type { CameraPriors } from './estimate-camera.ts';
import type { FeatureName } from './features.ts';
import type { MeasurementName } from './measurement-name.ts';
import type { ShapeCorrection } from './shape-correction.ts';
import type { CurveName } from './shape-variables.ts';

/** The landmark weights: each sees a little differently, so each has sensors of its own. */
export type PoseWeights = 'lite' | 'full';

/** How girths follow from widths and depths: on real people (`field`, ANSUR II) or on the synthetic bodies (`synthetic`). */
export type CalibrationName = 'field' | 'synthetic';

/** log true / log read of one measurement: its mean and how sure that is. */
export interface GirthShift {
  readonly shift: number;
  readonly sd: number;
}

/** How wrong what is read from pictures is: standard deviations of what all rows of a view share. */
export interface SensorNoise {
  /** Common shift of a view's levels, statures. */
  readonly level: number;
  /** Common scale of a view, as a share. */
  readonly scale: number;
  /** Levels over which the errors of single rows hang together. */
  readonly reach: number;
}

/** How wrong single rows of a curve are, level by level: logarithms for widths and depths, statures for edges. */
export interface CurveSensor {
  /** What is read too much; subtracted. */
  readonly bias: readonly number[];
  readonly sd: readonly number[];
}

/** What a feature can follow. */
export type FeatureTarget = MeasurementName | 'ankle';

/** A feature of the pictures that follows one measurement: log(feature / S) = offset + slope * log(measurement / S) + error. */
export interface FeatureSensor {
  readonly target: FeatureTarget;
  readonly offset: number;
  readonly slope: number;
  readonly sd: number;
}

/** What the picture side of the model knows; learnt from `people/` as the pose model sees them. */
export interface SensorModel {
  readonly cameras: CameraPriors;
  readonly noise: SensorNoise;
  readonly curves: Readonly<Record<CurveName, CurveSensor>>;
  readonly features: Readonly<Partial<Record<FeatureName, FeatureSensor>>>;
}

/** Regression of log(measurement / S) on answers, for one set of inputs. */
export interface AnswerRegression {
  readonly targets: readonly MeasurementName[];
  /** One row a target: weights of the features in the order of `answerFeatures`. */
  readonly weights: readonly (readonly number[])[];
  /** Of the errors, before `logSd`; symmetric, only the lower triangle is needed: row i has i + 1 values or more. */
  readonly covariance: readonly (readonly number[])[];
  /** One row a target: weights of `spreadFeatures` for the log of a factor on its standard deviation. Absent: the same doubt for everybody. */
  readonly logSd?: readonly (readonly number[])[];
  /** Oldest age that each target was trained on. Absent: that of ANSUR II. */
  readonly oldest?: readonly number[];
}

/** Regression of log mass (kg) on log stature (cm) and log(measurement / S), on real people: what a told mass says of a measured body. */
export interface MassRegression {
  readonly targets: readonly MeasurementName[];
  /** Of 1, log stature, then one a target. */
  readonly weights: readonly number[];
  readonly sd: number;
}

/** Inputs that may be missing beside stature. */
export type AnswerInputs = 'stature' | 'stature+age' | 'stature+mass' | 'stature+mass+age';

/** Everything that `measureBody` and `estimateFromAnswers` have learnt. */
export interface BodyModel {
  readonly version: string;
  readonly shape: Readonly<Record<Sex, FactorGaussian>>;
  readonly correction: Readonly<Record<Sex, ShapeCorrection>>;
  readonly sensors: Readonly<Record<PoseWeights, SensorModel>>;
  readonly calibrations: Readonly<Record<CalibrationName, Readonly<Record<Sex, Readonly<Partial<Record<MeasurementName, GirthShift>>>>>>>;
  /** Factors on the standard deviations so that the intervals cover what they say. */
  readonly spread: Readonly<Record<MeasurementName, number>>;
  /** Stature of adults, cm. */
  readonly stature: Readonly<Record<Sex, { readonly mean: number; readonly sd: number }>>;
  readonly answers: Readonly<Record<Sex, Readonly<Record<AnswerInputs, AnswerRegression>>>>;
  /** Absent in artifacts before version 2: a mass told after a scan is then not used. */
  readonly mass?: Readonly<Record<Sex, MassRegression>>;
}

