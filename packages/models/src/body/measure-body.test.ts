import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ViewProfile } from '../silhouette/index.ts';
import type { BodyProfile } from './body-estimate.ts';
import { measureBody, type MeasureOutcome, type Sighting } from './measure-body.ts';
import { MEASUREMENT_NAMES } from './measurement-name.ts';
import { WIDTH_NAMES } from './shape-variables.ts';
import { CAMERA, drawBody, renderView, trueCm, type DrawnBody } from './testing/rendered-body.ts';
import { loadBodyModel } from './load-body-model.ts';

const model = loadBodyModel(new Uint8Array(readFileSync(new URL('../../artifacts/body/body.bin', import.meta.url))).buffer);
const GIRTHS = ['chest', 'waist', 'waistNavel', 'hip'] as const;

function views(body: DrawnBody): { front: ViewProfile[]; side: ViewProfile[] } {
  return { front: [renderView(model, body, 'front')], side: [renderView(model, body, 'side')] };
}

/** As the full weights saw it. */
const seenByFull = (given: { front: ViewProfile[]; side: ViewProfile[] }): { sightings: Sighting[] } => ({ sightings: [{ ...given, weights: 'full' }] });

function measured(outcome: MeasureOutcome): Extract<MeasureOutcome, { status: 'measured' }> {
  if (outcome.status !== 'measured') throw new Error(`refused: ${outcome.reason}`);
  return outcome;
}

function measure(body: DrawnBody, profile: Partial<BodyProfile> = {}) {
  return measured(measureBody({ ...seenByFull(views(body)), model, calibration: 'synthetic', profile: { statureCm: body.statureCm, ...profile } }));
}

const shapes = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 6, maxLength: 6 });

describe('measureBody', () => {
  it('gives bodies of any shape their girths back', () => {
    fc.assert(fc.property(fc.constantFrom('female' as const, 'male' as const), shapes, (sex, z) => {
      const body = drawBody(model, sex, z);
      const { measurements } = measure(body, { sex }).body;
      for (const name of GIRTHS) expect(Math.abs((measurements[name]?.meanCm ?? NaN) / trueCm(body, name) - 1)).toBeLessThan(0.05);
    }), { numRuns: 12 });
  });

  it('gives breadth and depth of the trunk in plausible order', () => {
    const { widths } = measure(drawBody(model, 'female', []));
    for (const name of WIDTH_NAMES) expect(widths[name][0]).toBeGreaterThan(widths[name][1]);
    expect(widths.hip[0]).toBeGreaterThan(widths.waist[0]);
  });

  it('says every measurement with its interval and the correlation of the errors', () => {
    const { body } = measure(drawBody(model, 'male', []));
    expect(body.source).toBe('camera');
    expect(Object.keys(body.measurements)).toEqual([...MEASUREMENT_NAMES]);
    for (const { p5Cm, meanCm, p95Cm } of Object.values(body.measurements)) expect(p5Cm < meanCm && meanCm < p95Cm).toBe(true);
    expect(body.correlation?.names).toEqual(MEASUREMENT_NAMES);
  });

  it('tells the sexes apart well enough not to need them', () => {
    for (const sex of ['female', 'male'] as const) {
      const body = drawBody(model, sex, []);
      expect(Math.abs((measure(body).body.measurements.chest?.meanCm ?? NaN) - trueCm(body, 'chest'))).toBeLessThan(3);
    }
  });

  it('is surer with the mass', () => {
    const body = drawBody(model, 'female', [1, 0.5]);
    const width = (profile: Partial<BodyProfile>): number => {
      const { p5Cm = NaN, p95Cm = NaN } = measure(body, profile).body.measurements.thigh ?? {};
      return p95Cm - p5Cm;
    };
    expect(width({ sex: 'female', massKg: body.massKg })).toBeLessThan(width({ sex: 'female' }));
  });

  it('the field calibration differs in trunk girths only, and doubts more', () => {
    const body = drawBody(model, 'male', []);
    const profile = { statureCm: body.statureCm, sex: 'male' } as const;
    const [synthetic, field] = (['synthetic', 'field'] as const).map((calibration) => measured(measureBody({ ...seenByFull(views(body)), model, profile, calibration })));
    const hip = (outcome: typeof field) => outcome?.body.measurements.hip ?? { meanCm: NaN, p5Cm: NaN, p95Cm: NaN };
    expect(hip(field).meanCm).toBeGreaterThan(hip(synthetic).meanCm);
    expect(hip(field).p95Cm - hip(field).p5Cm).toBeGreaterThan(hip(synthetic).p95Cm - hip(synthetic).p5Cm);
    expect(field?.body.measurements.calf).toEqual(synthetic?.body.measurements.calf);
    expect(field?.widths).toEqual(synthetic?.widths);
  });

  it('one frame with a jumped outline does not move the median of many', () => {
    const body = drawBody(model, 'female', []);
    const { front, side } = views(body);
    const frames = Array.from({ length: 9 }, () => front).flat();
    const broken = { ...(front[0] as ViewProfile), rightPx: (front[0] as ViewProfile).rightPx.map((x) => x + 60) };
    const profile = { statureCm: body.statureCm, sex: 'female' } as const;
    const clean = measured(measureBody({ ...seenByFull({ front: frames, side }), model, profile, calibration: 'synthetic' }));
    const noisy = measured(measureBody({ ...seenByFull({ front: [...frames, broken], side }), model, profile, calibration: 'synthetic' }));
    for (const name of GIRTHS) expect(noisy.body.measurements[name]?.meanCm).toBeCloseTo(clean.body.measurements[name]?.meanCm ?? NaN, 1);
  });

  it('takes what lite and full weights saw together, and full for more', () => {
    const [body, wider] = [drawBody(model, 'female', []), drawBody(model, 'female', [1])];
    const profile = { statureCm: body.statureCm, sex: 'female' } as const;
    const [full, lite] = [{ ...views(body), weights: 'full' as const }, { ...views(wider), weights: 'lite' as const }];
    const hip = (sightings: readonly Sighting[]): { meanCm: number; widthCm: number } => {
      const { meanCm = NaN, p5Cm = NaN, p95Cm = NaN } = measured(measureBody({ sightings, model, profile, calibration: 'synthetic' })).body.measurements.hip ?? {};
      return { meanCm, widthCm: p95Cm - p5Cm };
    };
    const [ofFull, ofLite, ofBoth] = [hip([full]), hip([lite]), hip([full, lite])];
    const third = (ofBoth.meanCm - ofFull.meanCm) / (ofLite.meanCm - ofFull.meanCm);
    expect(third).toBeGreaterThan(0.2);
    expect(third).toBeLessThan(0.5);
    // They disagree, and that is doubt.
    expect(ofBoth.widthCm).toBeGreaterThan(ofFull.widthCm);
  });

  it('refuses by the frames of all weights', () => {
    const body = drawBody(model, 'female', []);
    const given = views(body);
    const cut = { ...(given.front[0] as ViewProfile), quality: { ...(given.front[0] as ViewProfile).quality, feetVisible: false } };
    const outcome = (front: ViewProfile[]) => measureBody({ sightings: [{ ...given, weights: 'full' }, { ...given, front, weights: 'lite' }], model, profile: { statureCm: body.statureCm } });
    expect(outcome([cut]).status).toBe('measured');
    expect(outcome([cut, cut])).toEqual({ status: 'refused', view: 'front', reason: 'feet-cut' });
  });

  it('takes the pitch of a sensor when there is one', () => {
    const body = drawBody(model, 'female', []);
    const known = { pitchRad: CAMERA.pitchRad, focal: CAMERA.focalPx / 1280 };
    const outcome = measureBody({ ...seenByFull(views(body)), model, calibration: 'synthetic', profile: { statureCm: body.statureCm, sex: 'female' }, cameras: { front: known, side: known } });
    expect(Math.abs((measured(outcome).body.measurements.waist?.meanCm ?? NaN) - trueCm(body, 'waist'))).toBeLessThan(1);
  });

  it('measures 15 + 15 frames in well under a second', () => {
    const body = drawBody(model, 'female', []);
    const { front, side } = views(body);
    const startMs = performance.now();
    measureBody({ ...seenByFull({ front: Array.from({ length: 15 }, () => front).flat(), side: Array.from({ length: 15 }, () => side).flat() }), model, profile: { statureCm: body.statureCm } });
    expect(performance.now() - startMs).toBeLessThan(2000);
  });

  it('refuses rather than measures what cannot be measured', () => {
    const { front } = views(drawBody(model, 'female', []));
    expect(measureBody({ ...seenByFull({ front, side: [] }), model, profile: { statureCm: 165 } })).toEqual({ status: 'refused', view: 'side', reason: 'no-person' });
  });

  it('refuses clothes that stand off the body, and widens where it is not sure', () => {
    const body = drawBody(model, 'female', []);
    const given = views(body);
    const outcome = (cm: number) => measureBody({
      ...seenByFull({ front: given.front.map((view) => movedOut(view, body, cm)), side: given.side.map((view) => movedOut(view, body, cm)) }),
      model, calibration: 'synthetic', profile: { statureCm: body.statureCm },
    });
    expect(outcome(1.5)).toEqual({ status: 'refused', view: 'front', reason: 'clothes-loose' });
    const width = (cm: number): number => {
      const { p5Cm = NaN, p95Cm = NaN } = measured(outcome(cm)).body.measurements.waist ?? {};
      return p95Cm - p5Cm;
    };
    expect(width(0.8)).toBeGreaterThan(1.1 * width(0));
  });

  it('says how much of the trunk was seen', () => {
    const body = drawBody(model, 'male', []);
    const { seen } = measure(body);
    expect(seen).toEqual({ breadth: 1, depth: 1, cuts: { chest: [true, true], waist: [true, true], waistNavel: [true, true], hip: [true, true] } });
  });
});

/** The view of a body whose outline lies `cm` outside it. */
function movedOut(view: ViewProfile, body: DrawnBody, cm: number): ViewProfile {
  const px = (cm * (view.bottomYPx - view.topYPx)) / body.statureCm;
  const legs = { ...view.legs, widthPx: view.legs.widthPx.map((width) => width + 2 * px) };
  return { ...view, legs, leftPx: view.leftPx.map((x) => x - px), rightPx: view.rightPx.map((x) => x + px) };
}
