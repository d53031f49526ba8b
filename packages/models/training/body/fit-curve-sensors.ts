import type { Sex } from '../../src/body/body-estimate.ts';
import type { CurveSensor } from '../../src/body/body-model.ts';
import type { FactorGaussian } from '../../src/body/condition-gaussian.ts';
import type { ViewReadings } from '../../src/body/read-views.ts';
import { LEVEL_COUNT, levelIndex, levelOf, type CurveName } from '../../src/body/shape-variables.ts';
import type { Person } from './people.ts';
import { expectedCurve } from './truth-residuals.ts';

/** Least error of a row: what clothes, breath and the mask's grid cost even where all goes well. */
const LEAST_SD: Readonly<Record<CurveName, number>> = { width: 0.008, depth: 0.012, back: 0.0025, front: 0.0025 };
/** Share of the residuals' spread that belongs to the single rows; the rest is common to a view (SensorNoise). */
const ROW_SHARE = 0.8;
/** Levels to either side that a level's bias and spread are pooled with. */
const POOL = 2;
/** Levels where both side edges are trusted to tell shift and lean. */
const STEADY = [levelIndex(0.54), levelIndex(0.7)] as const;

/** Bias and spread of each curve, level by level, against the curves that the true measurements make likely. */
export function fitCurveSensors(
  people: readonly Person[], readings: readonly ViewReadings[], shape: Readonly<Record<Sex, FactorGaussian>>,
): Record<CurveName, CurveSensor> {
  const residuals = people.map((person, i) => residualsOf(person, readings[i] as ViewReadings, shape[person.sex]));
  const sensor = (curve: CurveName): CurveSensor => curveSensor(residuals.map((of) => of[curve]), LEAST_SD[curve]);
  return { width: sensor('width'), depth: sensor('depth'), back: sensor('back'), front: sensor('front') };
}

function residualsOf(person: Person, readings: ViewReadings, shape: FactorGaussian): Record<CurveName, Float64Array> {
  const against = (curve: CurveName): Float64Array => {
    const expected = expectedCurve(shape, person, curve);
    return readings.curves[curve].map((value, level) => value - (expected[level] as number));
  };
  const [back, front] = withoutShiftAndLean(against('back'), against('front'));
  return { width: against('width'), depth: against('depth'), back, front };
}

/** Where a person stands and leans is nobody's error: a line through the middles of both edges' residuals goes. */
function withoutShiftAndLean(back: Float64Array, front: Float64Array): [Float64Array, Float64Array] {
  const points = Array.from({ length: LEVEL_COUNT }, (_, level) => [levelOf(level), ((back[level] as number) + (front[level] as number)) / 2] as const)
    .filter(([, middle], level) => level >= STEADY[0] && level <= STEADY[1] && Number.isFinite(middle));
  const n = Math.max(1, points.length);
  const mx = points.reduce((sum, [x]) => sum + x, 0) / n;
  const my = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const xx = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 1e-9);
  const slope = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / xx;
  const straight = (edge: Float64Array): Float64Array => edge.map((value, level) => value - my - slope * (levelOf(level) - mx));
  return [straight(back), straight(front)];
}

function curveSensor(residuals: readonly Float64Array[], leastSd: number): CurveSensor {
  const bias: number[] = [];
  const sd: number[] = [];
  for (let level = 0; level < LEVEL_COUNT; level += 1) {
    const near = residuals.flatMap((of) => [...of.subarray(Math.max(0, level - POOL), level + POOL + 1)]).filter(Number.isFinite).toSorted((a, b) => a - b);
    const at = (share: number): number => near[Math.round(share * (near.length - 1))] ?? 0;
    bias.push(at(0.5));
    // Quartiles: arms and hair that slipped through are for the outlier test, not for the noise of every row.
    sd.push(Math.max(leastSd, (ROW_SHARE * (at(0.75) - at(0.25))) / 1.349));
  }
  return { bias, sd };
}
