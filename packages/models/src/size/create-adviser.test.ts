import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyEstimate } from '../body/index.ts';
import type { SizeChart } from '../contracts/index.ts';
import { type SizeAdvice, adviseSize, createAdviser } from './index.ts';
import { exampleBody, exampleChart } from './testing/example-charts.ts';

const trousers = exampleChart('trousers', { waist: 64, hip: 88 });
const shirt = exampleChart('shirt', { chest: 84 });
const means = fc.record({ waist: fc.double({ min: 60, max: 95, noNaN: true }), hip: fc.double({ min: 84, max: 118, noNaN: true }) });
const sd = fc.double({ min: 0.1, max: 6, noNaN: true });
const preferences = fc.constantFrom('close' as const, 'regular' as const, 'loose' as const);

const likelihood = (advice: SizeAdvice): number => (advice.status === 'recommended' ? advice.probability : 0);

describe('glance', () => {
  it('says what advise says, without the reasons', () => {
    fc.assert(fc.property(means, sd, preferences, (meansCm, sdCm, fitPreference) => {
      const adviser = createAdviser({ body: exampleBody(meansCm, sdCm), fitPreference });
      const glance = adviser.glance(trousers);
      expect(adviser.advise(trousers)).toMatchObject(glance);
    }), { numRuns: 60 });
  });

  it('refuses what advise refuses', () => {
    const adviser = createAdviser({ body: exampleBody({ chest: 93 }, 1) });
    expect(adviser.glance(trousers)).toEqual({ status: 'unavailable', reason: 'zones-not-measured' });
    expect(adviser.glance({ ...shirt, rows: shirt.rows.toReversed() })).toEqual({ status: 'unavailable', reason: 'chart-invalid' });
  });

  it('remembers charts by what is known of the body, not by the body', () => {
    expect(createAdviser({ body: exampleBody({ chest: 93 }, 1) }).glance(shirt).status).toBe('recommended');
    expect(createAdviser({ body: exampleBody({ hip: 93 }, 1) }).glance(shirt)).toEqual({ status: 'unavailable', reason: 'zones-not-measured' });
    expect(createAdviser({ body: exampleBody({ chest: 99 }, 1) }).glance(shirt)).toMatchObject({ size: 'L' });
  });
});

describe('doubt', () => {
  it('wider intervals never make it surer that a size fits which probably does', () => {
    fc.assert(fc.property(fc.double({ min: 80, max: 112, noNaN: true }), sd, fc.double({ min: 1, max: 3, noNaN: true }), (chest, sdCm, factor) => {
      const [narrow, wide] = [sdCm, sdCm * factor].map((width) => adviseSize({ body: exampleBody({ chest }, width), chart: shirt }));
      fc.pre(wide?.status === 'recommended');
      expect(narrow).toMatchObject({ status: 'recommended', size: wide.size });
      fc.pre(likelihood(narrow as SizeAdvice) >= 0.5);
      expect(likelihood(narrow as SizeAdvice)).toBeGreaterThanOrEqual(wide.probability - 1e-9);
    }), { numRuns: 300 });
  });

  it('holds between at a border, as long as the other size is more than half as likely', () => {
    fc.assert(fc.property(fc.double({ min: 0.3, max: 3, noNaN: true }), fc.double({ min: -0.35, max: 0.35, noNaN: true }), (sdCm, offSds) => {
      expect(adviseSize({ body: exampleBody({ chest: 96 + offSds * sdCm }, sdCm), chart: shirt })).toMatchObject({ status: 'between', smaller: 'M', larger: 'L' });
    }), { numRuns: 100 });
  });

  it('says one size well inside, for a body that is known to 1.5 cm', () => {
    for (const chest of [91.5, 92, 93, 94, 94.5]) expect(adviseSize({ body: exampleBody({ chest }, 1.5), chart: shirt })).toMatchObject({ status: 'recommended', size: 'M' });
  });

  it('a stated preference adds the doubt of what it means', () => {
    const body = exampleBody({ chest: 94.1 }, 0.05);
    const loose = adviseSize({ body, chart: shirt, fitPreference: 'loose' });
    expect(loose.probabilities.filter(({ probability }) => probability > 0.02)).toHaveLength(2);
    expect(adviseSize({ body, chart: shirt })).toMatchObject({ status: 'recommended', size: 'M' });
  });
});

describe('a chart', () => {
  it('with more sizes far away advises the same', () => {
    expect.hasAssertions();
    const longer: SizeChart = exampleChart('trousers', { waist: 58, hip: 82 }, { labels: ['XS', 'S', 'M', 'L', 'XL', 'XXL'] });
    fc.assert(fc.property(means, sd, (meansCm, sdCm) => {
      const [short, long] = [trousers, longer].map((chart) => adviseSize({ body: exampleBody(meansCm, sdCm), chart }));
      fc.pre(short?.status === 'recommended' && short.size !== 'S' && short.size !== 'XL');
      expect(long).toMatchObject({ status: 'recommended', size: short.size });
    }), { numRuns: 40 });
  });
});

describe('the reasons', () => {
  it('tell how far the deciding zone lies from the border, and how sure that is', () => {
    const advice = adviseSize({ body: exampleBody({ waist: 73, hip: 98 }, 1.5), chart: trousers });
    expect(advice).toMatchObject({ status: 'recommended', size: 'M' });
    const waist = advice.zones.find(({ zone }) => zone === 'waist');
    expect(waist?.margin?.borderCm).toBeCloseTo(76, 6);
    expect(waist?.margin?.byCm).toBeCloseTo(3, 6);
    expect(waist?.margin?.probability).toBeCloseTo(0.977, 2);
  });

  it('tell for each of two sizes where it is tight or loose', () => {
    const advice = adviseSize({ body: exampleBody({ waist: 74, hip: 102 }, 1.5), chart: trousers });
    expect(advice).toMatchObject({ status: 'between', smaller: 'M', larger: 'L' });
    const fit = (zone: string, size: string) => advice.zones.find((one) => one.zone === zone)?.fits.find((one) => one.size === size);
    expect(fit('hip', 'M')).toMatchObject({ verdict: 'tight', outsideCm: 2 });
    expect(fit('waist', 'L')).toMatchObject({ verdict: 'loose', outsideCm: -2 });
  });

  it('are without a margin where no two sizes contend', () => {
    const advice = adviseSize({ body: exampleBody({ chest: 96 }, 12), chart: shirt });
    expect(advice).toMatchObject({ status: 'unavailable', reason: 'too-uncertain' });
    expect(advice.zones.some(({ margin }) => margin)).toBe(false);
  });
});

describe('what would make it surer', () => {
  const surer = (body: BodyEstimate): string[] => adviseSize({ body, chart: shirt }).surer.map(({ by }) => by);
  const unsure = exampleBody({ chest: 96 }, 2.5);

  it('is nothing where it is sure', () => {
    expect(surer(exampleBody({ chest: 93 }, 1))).toEqual([]);
  });

  it('is first of all the camera, after answers; then what was not said', () => {
    expect(surer({ ...unsure, source: 'answers', profile: { statureCm: 165 } })).toEqual(['scan', 'mass', 'sex']);
    expect(surer({ ...unsure, source: 'answers', profile: { statureCm: 165, massKg: 60 } })).toEqual(['scan', 'sex']);
    expect(surer({ ...unsure, source: 'answers', profile: { statureCm: 165, massKg: 60, sex: 'female' } })).toEqual(['scan']);
  });

  it('is the weight after a scan without it, and new pictures where these showed badly', () => {
    expect(surer({ ...unsure, profile: { statureCm: 165 } })).toEqual(['mass']);
    expect(surer({ ...unsure, profile: { statureCm: 165, massKg: 60 } })).toEqual([]);
    expect(surer({ ...exampleBody({ chest: 96 }, 3.4), profile: { statureCm: 165, massKg: 60 } })).toEqual(['retake']);
  });

  it('names the deciding zone and what is left of its interval', () => {
    const [first] = adviseSize({ body: { ...unsure, source: 'answers' }, chart: shirt }).surer;
    expect(first).toMatchObject({ by: 'scan', zone: 'chest' });
    expect(first?.intervalFactor).toBeLessThan(0.5);
  });
});
