import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cell } from './linear-algebra.ts';
import { loadBodyModel } from './load-body-model.ts';
import { predictShape, type SightedReadings } from './predict-shape.ts';
import type { ViewReadings } from './read-views.ts';
import { LEVEL_COUNT, SHAPE_VARIABLES, type CurveName } from './shape-variables.ts';
import { drawBody, type DrawnBody } from './testing/rendered-body.ts';

const model = loadBodyModel(new Uint8Array(readFileSync(new URL('../../artifacts/body/body.bin', import.meta.url))).buffer);
const WAIST = [SHAPE_VARIABLES.measurement('waist')];
const NO_FEATURES = { shoulderSpan: NaN, crotchHeight: NaN, hipHeight: NaN, armSpan: NaN, trunkSpan: NaN, neckWidth: NaN, thighWidth: NaN, calfWidth: NaN, ankleWidth: NaN };

function readingsOf(body: DrawnBody, hidden: (curve: CurveName, level: number) => boolean = () => false): ViewReadings {
  const curve = (name: CurveName): Float64Array => Float64Array.from({ length: LEVEL_COUNT }, (_, level) => (hidden(name, level) ? NaN
    : (body.variables[SHAPE_VARIABLES.curve(name, level)] ?? NaN) + (model.sensors.full.curves[name].bias[level] ?? NaN)));
  return { curves: { width: curve('width'), depth: curve('depth'), back: curve('back'), front: curve('front') }, features: NO_FEATURES };
}

const seenByFull = (views: ViewReadings): SightedReadings[] => [{ weights: 'full', views }];

const shareOf = (sexes: ReturnType<typeof predictShape>['sexes'], sex: string): number =>
  (sexes.find((part) => part.sex === sex)?.weight ?? 0) / sexes.reduce((sum, { weight }) => sum + weight, 0);

describe('predictShape', () => {
  it.each(['female', 'male'] as const)('recognises a %s body', (sex) => {
    const body = drawBody(model, sex, []);
    expect(shareOf(predictShape(model, { sightings: seenByFull(readingsOf(body)), profile: { statureCm: body.statureCm }, calibration: 'synthetic', targets: WAIST }).sexes, sex)).toBeGreaterThan(0.7);
  });

  it('asks only the sex that was told', () => {
    const body = drawBody(model, 'female', []);
    expect(predictShape(model, { sightings: seenByFull(readingsOf(body)), profile: { statureCm: body.statureCm, sex: 'male' }, calibration: 'synthetic', targets: WAIST }).sexes.map(({ sex }) => sex)).toEqual(['male']);
  });

  it('knows less when fewer rows were seen, and still answers when none was', () => {
    const body = drawBody(model, 'male', []);
    const variance = (hidden: (curve: CurveName, level: number) => boolean): number => {
      const [part] = predictShape(model, { sightings: seenByFull(readingsOf(body, hidden)), profile: { statureCm: body.statureCm, sex: 'male' }, calibration: 'synthetic', targets: WAIST }).sexes;
      return part === undefined ? NaN : cell(part.covariance, 0, 0);
    };
    const [all, half, none] = [variance(() => false), variance((curve, level) => curve !== 'width' || level < 30), variance(() => true)];
    expect(all).toBeLessThan(half);
    expect(half).toBeLessThan(none);
  });

  it('uses a feature where the model has a sensor for it', () => {
    const body = drawBody(model, 'female', []);
    const target = [SHAPE_VARIABLES.measurement('shoulderBreadth')];
    const predicted = (shoulderSpan: number): number => {
      const readings = { ...readingsOf(body), features: { ...NO_FEATURES, shoulderSpan } };
      return predictShape(model, { sightings: seenByFull(readings), profile: { statureCm: body.statureCm, sex: 'female' }, calibration: 'synthetic', targets: target }).sexes[0]?.mean[0] ?? NaN;
    };
    const usual = Math.exp((model.sensors.full.features.shoulderSpan?.offset ?? NaN) + (model.sensors.full.features.shoulderSpan?.slope ?? NaN) * (body.variables[target[0] ?? NaN] ?? NaN)) * body.statureCm;
    expect(predicted(usual * 1.02)).toBeGreaterThan(predicted(usual * 0.98));
  });
});
