export { MEASUREMENT_NAMES } from './measurement-name.ts';
export type { MeasurementName } from './measurement-name.ts';
export type { BodyEstimate, BodyProfile, ErrorCorrelation, MeasurementEstimate, Sex } from './body-estimate.ts';
export { conditionGaussian, leaveOneOutZ } from './condition-gaussian.ts';
export type { Evidence, FactorGaussian, Posterior } from './condition-gaussian.ts';
export { cell, cholesky, matrix, solveCholesky, timesTransposed } from './linear-algebra.ts';
export type { Matrix } from './linear-algebra.ts';
export { LEVEL_COUNT, levelIndex, levelOf, SHAPE_VARIABLES, WIDTH_NAMES } from './shape-variables.ts';
export type { CurveName, WidthName } from './shape-variables.ts';
