import type { BodyProfile, Sex } from './body-estimate.ts';
import type { BodyModel, CalibrationName, SensorModel } from './body-model.ts';
import { cleanReadings } from './clean-readings.ts';
import { conditionGaussian, type Posterior } from './condition-gaussian.ts';
import { mixGaussians, type Gaussian, type WeightedGaussian } from './mix-gaussians.ts';
import type { ViewReadings } from './read-views.ts';
import { looseProbability, OUTLINE_SD, outwardShift, type OutwardShift } from './outward-shift.ts';
import { readingsOf } from './readings-of.ts';
import { correctionOf } from './shape-correction.ts';
import { shapeEvidence, type Reading } from './shape-evidence.ts';
import type { CurveName } from './shape-variables.ts';

/** Two ways to use the side view: its depths, or its back and front edges with a free shift and lean. Their mean is better than each. */
export const SIDE_CURVES: readonly (readonly CurveName[])[] = [['depth'], ['back', 'front']];
/** The part of the model that pictures need. */
export interface CameraModel extends Pick<BodyModel, 'shape' | 'correction'> {
  readonly sensors: SensorModel;
}

/** What follows for `targets` (variables of the shape model), one Gaussian a sex, with the weight of the sex. */
export interface ShapePrediction {
  readonly sexes: readonly (WeightedGaussian & { readonly sex: Sex })[];
  /** How far the outline lies outside the likeliest body. */
  readonly outward: OutwardShift;
}

/** What is asked of the shape model. */
export interface ShapeQuestion {
  readonly views: ViewReadings;
  readonly profile: BodyProfile;
  readonly calibration: CalibrationName;
  /** Variables of the shape model. */
  readonly targets: readonly number[];
}

/** Conditions the shape model on what was read and told. */
export function predictShape(model: CameraModel, { views, profile, calibration, targets }: ShapeQuestion): ShapePrediction {
  const sexes: readonly Sex[] = profile.sex === undefined ? ['female', 'male'] : [profile.sex];
  const ways = SIDE_CURVES.map((side) => predictOneWay(model, sexes, readingsOf(model.sensors, views, profile, side, calibration), targets));
  const logWeights = sexes.map((_, i) => ways.reduce((sum, way) => sum + (way[i]?.logLikelihood ?? 0), 0) / ways.length);
  const best = Math.max(...logWeights);
  const likeliest = logWeights.indexOf(best);
  return {
    outward: meanShift(ways.map((way) => (way[likeliest] as WayPosterior).outward)),
    sexes: sexes.map((sex, i) => ({
      sex,
      weight: Math.exp((logWeights[i] as number) - best),
      ...corrected(model.correction[sex], ways.map((way) => way[i] as WayPosterior), targets),
    })),
  };
}

/** Both ways together, with what the Gaussian leaves over. */
function corrected(correction: CameraModel['correction'][Sex], ways: readonly Posterior[], targets: readonly number[]): Gaussian {
  const { mean, covariance } = mixGaussians(ways.map((way) => ({ ...way, weight: 1 })));
  const factors = (ways[0]?.factors ?? new Float64Array()).map((_, k) => ways.reduce((sum, way) => sum + (way.factors[k] as number), 0) / ways.length);
  const extra = correctionOf(correction, factors, targets);
  return { mean: mean.map((value, i) => value + (extra[i] as number)), covariance };
}

interface WayPosterior extends Posterior {
  readonly outward: OutwardShift;
}

/** Both ways look at the same pictures, so their doubts do not shrink together. */
function meanShift(shifts: readonly OutwardShift[]): OutwardShift {
  const mean = (of: (each: OutwardShift) => number): number => shifts.reduce((sum, each) => sum + of(each), 0) / shifts.length;
  return { shift: mean(({ shift }) => shift), sd: mean(({ sd }) => sd) };
}

/** All sexes are judged on the same rows: those that the sex which keeps the most of them keeps. */
function predictOneWay(model: CameraModel, sexes: readonly Sex[], readings: readonly Reading[], targets: readonly number[]): WayPosterior[] {
  const { noise } = model.sensors;
  const kept = sexes.map((sex) => cleanReadings(model.shape[sex], readings, noise)).reduce((most, each) => (each.length > most.length ? each : most));
  // A thick ankle contradicts a thin body and would be dropped; it is just what tells of an outline that lies too far out.
  const withWidths = readings.filter((reading) => kept.includes(reading) || (reading.kind === 'scalar' && reading.outward !== 0));
  return sexes.map((sex) => {
    const shape = model.shape[sex];
    const outward = outwardShift(shape, withWidths, noise);
    const usual = conditionGaussian(shape, shapeEvidence(shape, kept, noise, OUTLINE_SD.usual), targets);
    const looseShare = looseProbability(outward);
    if (looseShare < NEGLIGIBLE) return { ...usual, outward };
    const loose = conditionGaussian(shape, shapeEvidence(shape, withWidths, noise, OUTLINE_SD.loose), targets);
    return { ...mixPosteriors(usual, loose, looseShare), outward };
  });
}

const NEGLIGIBLE = 0.01;

function mixPosteriors(usual: Posterior, loose: Posterior, looseShare: number): Posterior {
  const parts = [{ ...usual, weight: 1 - looseShare }, { ...loose, weight: looseShare }];
  const factors = usual.factors.map((value, k) => (1 - looseShare) * value + looseShare * (loose.factors[k] as number));
  return { ...mixGaussians(parts), factors, logLikelihood: usual.logLikelihood };
}
