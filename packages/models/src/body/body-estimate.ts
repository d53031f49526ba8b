import type { MeasurementName } from './measurement-name.ts';

export type Sex = 'female' | 'male';

/** What the shopper tells about themself. Absent = not said. */
export interface BodyProfile {
  /** 120-220. */
  readonly statureCm: number;
  /** 25-250. */
  readonly massKg?: number;
  readonly sex?: Sex;
  /** 12-110. */
  readonly ageYears?: number;
}

/** One measurement with its doubt. */
export interface MeasurementEstimate {
  readonly meanCm: number;
  /** 5 % and 95 % points of the predictive distribution: a 90 % interval. */
  readonly p5Cm: number;
  readonly p95Cm: number;
}

/** Measurements with their doubt. */
export interface MeasuredBody {
  readonly measurements: Readonly<Partial<Record<MeasurementName, MeasurementEstimate>>>;
  /** How the errors of the measurements hang together. Absent: nothing is known, take them as independent. */
  readonly correlation?: ErrorCorrelation;
}

/** What is known of a body. Never leaves the device. */
export interface BodyEstimate extends MeasuredBody {
  readonly source: 'camera' | 'answers';
  readonly profile: BodyProfile;
  /** Where the sex was not told: what holds if it is the one or the other. Mean and intervals above are of both together. */
  readonly sexes?: readonly SexEstimate[];
}

/** What is known of a body if it is of this sex. */
export interface SexEstimate extends MeasuredBody {
  readonly sex: Sex;
  /** 0-1, how likely the sex is; those of a body sum to 1. */
  readonly weight: number;
}

/** Correlations (-1 to 1) between the errors of measurements; symmetric, 1 on the diagonal, rows and columns in the order of `names`. */
export interface ErrorCorrelation {
  readonly names: readonly MeasurementName[];
  readonly matrix: readonly (readonly number[])[];
}
