import { describe, expect, it } from 'vitest';
import type { SensorModel } from '../../src/body/body-model.ts';
import { correctionOf } from '../../src/body/shape-correction.ts';
import { LEVEL_COUNT, SHAPE_VARIABLES } from '../../src/body/shape-variables.ts';
import { fitFactorGaussian } from './fit-factor-gaussian.ts';
import { fitShapeCorrection } from './fit-shape-correction.ts';
import { normal, seededRandom } from './random.ts';
import type { SightRows } from './sight-rows.ts';

const curve = { bias: Array.from({ length: LEVEL_COUNT }, () => 0), sd: Array.from({ length: LEVEL_COUNT }, () => 0.01) };
const SENSORS = {
  cameras: {}, noise: { level: 0, scale: 0, reach: 3 }, features: {}, curves: { width: curve, depth: curve, back: curve, front: curve },
} as unknown as SensorModel;
const SEEN = '1'.repeat(LEVEL_COUNT);
const SIGHT: SightRows = { sex: 'female', width: SEEN, depth: SEEN, back: SEEN, front: SEEN, features: '000000000' };
const HIP = SHAPE_VARIABLES.measurement('hip');

/** Bodies whose widths vary in one way t and whose hip bends with it: a straight line cannot follow. */
function bodies(count: number): Float64Array[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => {
    const t = normal(random);
    const body = Float64Array.from({ length: SHAPE_VARIABLES.count }, (_, i) => (i < 4 * LEVEL_COUNT ? 0.05 * t : 0.001 * normal(random)));
    body[HIP] = 0.05 * t + 0.02 * t * t;
    return body;
  });
}

describe('fitShapeCorrection', () => {
  it('learns the bend that the Gaussian cannot follow', () => {
    const rows = bodies(400);
    const model = fitFactorGaussian(rows, 6, seededRandom(1));
    const correction = fitShapeCorrection(model, rows, [SIGHT], SENSORS, seededRandom(2));
    const at = (t: number): number => correctionOf(correction, [t, 0, 0, 0, 0, 0], [HIP])[0] ?? NaN;
    // The first factor is t up to its sign; a square has none.
    expect(at(2) - at(0)).toBeGreaterThan(0.02);
    expect(at(-2) - at(0)).toBeGreaterThan(0.02);
  });

  it('gives the same weights for the same seed', () => {
    const rows = bodies(60);
    const model = fitFactorGaussian(rows, 6, seededRandom(1));
    const fit = () => fitShapeCorrection(model, rows, [SIGHT], SENSORS, seededRandom(2));
    expect(fit()).toEqual(fit());
  });
});
