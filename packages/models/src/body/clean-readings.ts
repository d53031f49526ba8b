import type { SensorNoise } from './body-model.ts';
import { conditionGaussian, leaveOneOutZ, type FactorGaussian } from './condition-gaussian.ts';
import { cell } from './linear-algebra.ts';
import { indexOf, shapeEvidence, type Reading } from './shape-evidence.ts';
import { levelIndex } from './shape-variables.ts';

/** Hair hides the back above this level; when it seems to, the back is not used from BACK_FROM up. */
const HAIR_FROM = levelIndex(0.645);
const BACK_FROM = levelIndex(0.6);
/** Standard deviations beyond what the other rows predict. */
const HAIR_Z = 1.5;
const OUTLIER_Z = 4;

/** Drops rows that hair hides and rows that contradict all the others. */
export function cleanReadings(model: FactorGaussian, readings: readonly Reading[], noise: SensorNoise): Reading[] {
  let kept = withoutHair(model, readings, noise);
  for (let pass = 0; pass < 3; pass += 1) {
    const z = leaveOneOutZ(model, shapeEvidence(model, kept, noise));
    const next = kept.filter((reading, i) => reading.kind === 'scalar' || Math.abs(z[i] as number) < OUTLIER_Z);
    if (next.length === kept.length) break;
    kept = next;
  }
  return kept;
}

function withoutHair(model: FactorGaussian, readings: readonly Reading[], noise: SensorNoise): Reading[] {
  const below = readings.filter((reading) => !isBackFrom(reading, BACK_FROM));
  const above = readings.filter((reading) => isBackFrom(reading, HAIR_FROM));
  if (above.length === 0) return [...readings];
  const { mean, covariance } = conditionGaussian(model, shapeEvidence(model, below, noise), above.map(indexOf));
  const tooFar = above.some((reading, i) => {
    if (reading.kind !== 'curve') return false;
    const sd = Math.sqrt(cell(covariance, i, i) + reading.sd ** 2);
    const z = (reading.value - (mean[i] as number)) / sd;
    return (reading.curve === 'back' ? -z : z) > HAIR_Z;
  });
  return tooFar ? below : [...readings];
}

function isBackFrom(reading: Reading, level: number): boolean {
  return reading.kind === 'curve' && (reading.curve === 'back' || reading.curve === 'depth') && reading.level >= level;
}
