import { answerGaussian } from '../../../src/body/answers/answer-gaussian.ts';
import { BODY_CUES, CUE_MISJUDGEMENT, cueReference, cueValue, type BodyCueName, type BodyCues } from '../../../src/body/answers/body-cues.ts';
import { SMALLEST_STEP_CM, USUAL_SIZE_NOISE, type UsualSize } from '../../../src/body/answers/usual-size.ts';
import type { BodyModel } from '../../../src/body/body-model.ts';
import type { MeasurementName } from '../../../src/body/measurement-name.ts';
import { normal, type Random } from '../random.ts';
import type { AnsweredRow } from './answer-sample.ts';

/** A chart of equal steps without an end, where people choose sizes: the first limit and the step, cm. */
export interface SimulatedChart {
  readonly zone: MeasurementName;
  readonly fromCm: number;
  readonly stepCm: number;
}

/** The charts of the simulation: a top by letters at the chest (EN 13402-3: 8 cm) and trousers in 4 cm steps. */
export const SIMULATED_CHARTS = {
  top: { female: { zone: 'chest', fromCm: 66, stepCm: 8 }, male: { zone: 'chest', fromCm: 70, stepCm: 8 } },
  trousers: { female: { zone: 'hip', fromCm: 74, stepCm: 4 }, male: { zone: 'waistNavel', fromCm: 60, stepCm: 4 } },
} as const satisfies Record<string, Record<'female' | 'male', SimulatedChart>>;

/** A simulated choice, and whether it is the one that the chart (or the truth about the body) gives. */
export interface SimulatedChoice<T> {
  readonly chosen: T;
  /** In places: 0 = the true one, 1 = the next. */
  readonly off: number;
}

/** Sizes that this person says to wear. @param noise factor on the noise that the model assumes */
export function simulateSizes(row: AnsweredRow, charts: readonly SimulatedChart[], random: Random, noise = 1): SimulatedChoice<UsualSize>[] {
  const taste = noise * USUAL_SIZE_NOISE.wearer * normal(random);
  return charts.map(({ zone, fromCm, stepCm }) => {
    const place = ((row.measurements[zone] ?? NaN) - fromCm) / stepCm;
    const error = (taste + noise * USUAL_SIZE_NOISE.brand * normal(random)) * Math.max(1, SMALLEST_STEP_CM / stepCm);
    const chosen = Math.floor(place + error);
    const minCm = fromCm + chosen * stepCm;
    return { chosen: { [zone]: { minCm, maxCm: minCm + stepCm } }, off: Math.abs(chosen - Math.floor(place)) };
  });
}

const QUARTILE = 0.6744898;

/** Words that this person says of their shape. @param noise factor on the misjudgement that the model assumes */
export function simulateCues({ profile, measurements }: AnsweredRow, model: Pick<BodyModel, 'answers'>, random: Random, noise = 1): { cues: BodyCues; off: number[] } {
  const reference = answerGaussian(profile, profile.sex, model);
  const shares = Object.fromEntries(Object.entries(measurements).map(([name, cm]) => [name, Math.log(cm / profile.statureCm)]));
  const answers = (Object.keys(BODY_CUES) as BodyCueName[]).filter((name) => Number.isFinite(cueValue(name, shares))).map((name) => {
    const { mean, sd } = cueReference(name, reference);
    const trait = (cueValue(name, shares) - mean) / sd;
    const perceived = (trait + noise * CUE_MISJUDGEMENT * normal(random)) / Math.hypot(1, noise * CUE_MISJUDGEMENT);
    return { name, word: BODY_CUES[name][third(perceived)], off: Math.abs(third(perceived) - third(trait)) };
  });
  return { cues: Object.fromEntries(answers.map(({ name, word }) => [name, word])) as BodyCues, off: answers.map(({ off }) => off) };
}

function third(standardNormal: number): 0 | 1 | 2 {
  if (standardNormal < -QUARTILE) return 0;
  return standardNormal > QUARTILE ? 2 : 1;
}
