import { type BodyEstimate, type BodyProfile, type ErrorCorrelation, MEASUREMENT_NAMES, type MeasuredBody, type MeasurementEstimate, type SexEstimate } from '@vua/models/body';
import { type Shape, isNumber, isObject, isOneOf, optional } from './check-shape.ts';

const isSex = isOneOf(['female', 'male']);

// Ranges of the docstrings of `BodyProfile`; a test holds them equal to what the scan accepts.
const PROFILE: Shape<BodyProfile> = {
  statureCm: isNumber(120, 220), massKg: optional(isNumber(25, 250)), sex: optional(isSex), ageYears: optional(isNumber(12, 110)),
};

// Far more than a girth can be: the widest interval that answers can give ends at 218 cm.
const LENGTH = isNumber(Number.MIN_VALUE, 1000);
const ESTIMATE: Shape<MeasurementEstimate> = { meanCm: LENGTH, p5Cm: LENGTH, p95Cm: LENGTH };

const MEASURED: Shape<MeasuredBody> = { measurements: isMeasurements, correlation: optional(isCorrelation) };
const SEX: Shape<SexEstimate> = { ...MEASURED, sex: isSex, weight: isNumber(0, 1) };
const BODY: Shape<BodyEstimate> = { ...MEASURED, source: isOneOf(['camera', 'answers']), profile: isObject(PROFILE), sexes: optional(isSexes) };

/** True for a body estimate with nothing more and nothing less than its type says, its numbers within their ranges. */
export const isBodyEstimate = isObject(BODY);

function isSexes(given: unknown): boolean {
  return Array.isArray(given) && given.length === 2 && given.every(isObject(SEX));
}

function isMeasurements(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  return Object.entries(given).every(([name, estimate]) => isName(name) && isEstimate(estimate));
}

const isName = isOneOf(MEASUREMENT_NAMES);

function isEstimate(given: unknown): boolean {
  if (!isObject(ESTIMATE)(given)) return false;
  const { meanCm, p5Cm, p95Cm } = given as MeasurementEstimate;
  return p5Cm <= meanCm && meanCm <= p95Cm;
}

function isCorrelation(given: unknown): boolean {
  if (!isObject<ErrorCorrelation>({ names: Array.isArray, matrix: Array.isArray })(given)) return false;
  const { names, matrix } = given as ErrorCorrelation;
  const isList = names.every(isName) && new Set(names).size === names.length;
  return isList && isSquare(matrix, names.length) && isSymmetric(matrix);
}

/** Of floating-point arithmetic. */
const ROUNDING = 1e-6;
const isCoefficient = isNumber(-1 - ROUNDING, 1 + ROUNDING);

function isSquare(matrix: readonly unknown[], size: number): boolean {
  return matrix.length === size && matrix.every((row) => Array.isArray(row) && row.length === size && row.every(isCoefficient));
}

function isSymmetric(matrix: ErrorCorrelation['matrix']): boolean {
  return matrix.every((row, i) => row.every((value, j) => Math.abs(value - (i === j ? 1 : (matrix[j]?.[i] ?? Number.NaN))) <= ROUNDING));
}
