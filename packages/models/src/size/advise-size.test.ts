import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyEstimate } from '../body/index.ts';
import { createBodyOdds } from './body-odds.ts';
import { type FitPreference, type SizeAdvice, adviseSize } from './index.ts';
import { knownZonesKey, prepareChart } from './prepare-chart.ts';
import { exampleBody, exampleChart } from './testing/example-charts.ts';

const shirt = exampleChart('shirt', { chest: 84 });
const trousers = exampleChart('trousers', { waist: 64, hip: 88 });

/** How likely each place of the trousers' chart is the best one: below the chart, each size, above the chart. */
function bestOf(body: BodyEstimate, fitPreference: FitPreference = 'regular'): Float64Array {
  const prepared = prepareChart(trousers, body, knownZonesKey(body));
  if (prepared.status !== 'ready') throw new Error(prepared.status);
  return createBodyOdds(body, fitPreference)(prepared, undefined).best;
}

describe('adviseSize', () => {
  it('recommends the size in the middle of whose range the body lies', () => {
    const advice = adviseSize({ body: exampleBody({ chest: 93 }, 1.5), chart: shirt });
    expect(advice).toMatchObject({ status: 'recommended', size: 'M', certainty: 'high' });
    expect(advice.status === 'recommended' && advice.probability).toBeGreaterThan(0.9);
  });

  it('says between when the body lies at the boundary', () => {
    const advice = adviseSize({ body: exampleBody({ chest: 96 }, 2.5), chart: shirt });
    expect(advice).toMatchObject({ status: 'between', smaller: 'M', larger: 'L' });
    expect(advice.zones[0]?.fits.map(({ size }) => size)).toEqual(['M', 'L']);
  });

  it('is honest when the measurements are too wide for the chart', () => {
    const advice = adviseSize({ body: exampleBody({ chest: 96 }, 9), chart: shirt });
    expect(advice).toMatchObject({ status: 'unavailable', reason: 'too-uncertain' });
    expect(advice.probabilities).toHaveLength(4);
  });

  it.each([[70, 'smaller-than-chart'], [120, 'larger-than-chart']] as const)('a chest of %i cm is %s', (chest, reason) => {
    expect(adviseSize({ body: exampleBody({ chest }, 2), chart: shirt })).toMatchObject({ status: 'unavailable', reason });
  });

  it('keeps a body that is half a centimetre over in the last size', () => {
    expect(adviseSize({ body: exampleBody({ chest: 108.5 }, 0.2), chart: shirt })).toMatchObject({ status: 'recommended', size: 'XL' });
  });

  it('takes the exact boundaries of the chart: the lower end belongs, the upper does not', () => {
    expect(adviseSize({ body: exampleBody({ chest: 90.01 }, 0), chart: shirt })).toMatchObject({ size: 'M' });
    expect(adviseSize({ body: exampleBody({ chest: 89.99 }, 0), chart: shirt })).toMatchObject({ size: 'S' });
  });

  it('lets the fit preference tip a body near a boundary, and no other', () => {
    const near = exampleBody({ chest: 95 }, 0.2);
    expect(adviseSize({ body: near, chart: shirt, fitPreference: 'close' })).toMatchObject({ size: 'M' });
    expect(adviseSize({ body: near, chart: shirt, fitPreference: 'loose' })).toMatchObject({ size: 'L' });
    expect(adviseSize({ body: exampleBody({ chest: 93 }, 0.2), chart: shirt, fitPreference: 'loose' })).toMatchObject({ size: 'M' });
    expect(adviseSize({ body: exampleBody({ chest: 107.5 }, 0.2), chart: shirt, fitPreference: 'loose' })).toMatchObject({ size: 'XL' });
  });

  it('weighs zones that vote for different sizes by the type of garment', () => {
    const body = exampleBody({ chest: 87, waist: 87, hip: 87 }, 0.5);
    const zones = { chest: 84, waist: 78, hip: 84 };
    expect(adviseSize({ body, chart: exampleChart('tee', zones) })).toMatchObject({ size: 'S' });
    expect(adviseSize({ body, chart: exampleChart('trousers', zones) }).status).not.toBe('unavailable');
    expect(adviseSize({ body: exampleBody({ waist: 73, hip: 103 }, 0.5), chart: trousers })).toMatchObject({ size: 'L' });
  });

  it('goes up rather than down when two zones pull equally', () => {
    const twoZones = exampleChart('dress', { chest: 84, waist: 64 });
    expect(adviseSize({ body: exampleBody({ chest: 93.5, waist: 78.5 }, 0.3), chart: twoZones })).toMatchObject({ size: 'L' });
  });

  it('finds the nearer size in a gap and the better centred one in an overlap', () => {
    const gap = { ...shirt, rows: [{ label: 'A', body: { chest: { minCm: 80, maxCm: 84 } } }, { label: 'B', body: { chest: { minCm: 90, maxCm: 94 } } }] };
    expect(adviseSize({ body: exampleBody({ chest: 85 }, 0.2), chart: gap })).toMatchObject({ size: 'A' });
    expect(adviseSize({ body: exampleBody({ chest: 89 }, 0.2), chart: gap })).toMatchObject({ size: 'B' });
    const overlap = { ...shirt, rows: [{ label: 'A', body: { chest: { minCm: 80, maxCm: 92 } } }, { label: 'B', body: { chest: { minCm: 86, maxCm: 98 } } }] };
    expect(adviseSize({ body: exampleBody({ chest: 86.5 }, 0.2), chart: overlap })).toMatchObject({ size: 'A' });
    expect(adviseSize({ body: exampleBody({ chest: 91.5 }, 0.2), chart: overlap })).toMatchObject({ size: 'B' });
  });

  it('names the decisive zone, its verdict and the ease with its interval', () => {
    const withGarment = { ...trousers, rows: trousers.rows.map((row) => ({ ...row, garmentCm: { hip: 100 } })) };
    const advice = adviseSize({ body: exampleBody({ waist: 71, hip: 100.5 }, 1), chart: withGarment });
    const hip = advice.zones.find(({ zone }) => zone === 'hip');
    expect(advice).toMatchObject({ status: 'recommended', size: 'M' });
    expect(hip?.fits[0]).toMatchObject({ verdict: 'good', outsideCm: 0.5 });
    expect(hip?.fits[0]?.easeCm?.meanCm).toBeCloseTo(-0.5);
    expect(hip?.fits[0]?.easeCm?.p5Cm).toBeLessThan(hip?.fits[0]?.easeCm?.p95Cm ?? 0);
    expect(advice.zones.filter(({ decisive }) => decisive)).toHaveLength(1);
  });

  it('uses only zones that were measured, and refuses when no main zone was', () => {
    const chart = exampleChart('shirt', { chest: 84, armLength: 56 });
    expect(adviseSize({ body: exampleBody({ chest: 93 }, 1), chart })).toMatchObject({ status: 'recommended', size: 'M' });
    expect(adviseSize({ body: exampleBody({ armLength: 60 }, 1), chart })).toMatchObject({ status: 'unavailable', reason: 'zones-not-measured' });
  });

  it('refuses a chart that contradicts itself', () => {
    const falling = { ...shirt, rows: shirt.rows.toReversed() };
    expect(adviseSize({ body: exampleBody({ chest: 93 }, 1), chart: falling })).toMatchObject({ status: 'unavailable', reason: 'chart-invalid' });
  });

  it('knows that errors which hang together make two zones agree', () => {
    const matrix = [[1, 0.95], [0.95, 1]];
    const boundary = { waist: 76, hip: 100 };
    const [apart, together] = [exampleBody(boundary, 3), exampleBody(boundary, 3, { names: ['waist', 'hip'], matrix })];
    const outer = (best: Float64Array): number => (best[1] ?? 0) + (best[4] ?? 0);
    expect(outer(bestOf(together))).toBeGreaterThan(outer(bestOf(apart)));
    const stated = (body: BodyEstimate): number => adviseSize({ body, chart: trousers }).probabilities[1]?.probability ?? 0;
    expect(stated(together)).toBeGreaterThan(stated(apart));
  });
});

describe('whatever is asked', () => {
  const bodies = fc.record({ waist: fc.double({ min: 50, max: 110, noNaN: true }), hip: fc.double({ min: 70, max: 130, noNaN: true }), sdCm: fc.double({ min: 0, max: 8, noNaN: true }) });
  const preferences = fc.constantFrom('close' as const, 'regular' as const, 'loose' as const);

  it('one place is the best: the odds sum to 1, and the advice tells those beyond the chart', () => {
    fc.assert(fc.property(bodies, preferences, ({ sdCm, ...means }, fitPreference) => {
      const body = exampleBody(means, sdCm);
      const best = bestOf(body, fitPreference);
      expect(best.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(adviseSize({ body, chart: trousers, fitPreference })).toMatchObject({ smallerThanChart: best[0], largerThanChart: best.at(-1) });
    }), { numRuns: 60 });
  });

  it('a larger body never gets a smaller size', () => {
    const below = (best: Float64Array): number[] => {
      let sum = 0;
      return Array.from(best, (share) => (sum += share));
    };
    fc.assert(fc.property(bodies, preferences, fc.double({ min: 0, max: 12, noNaN: true }), ({ sdCm, ...means }, fitPreference, moreCm) => {
      const small = below(bestOf(exampleBody(means, sdCm), fitPreference));
      const large = below(bestOf(exampleBody({ waist: means.waist + moreCm, hip: means.hip + moreCm }, sdCm), fitPreference));
      large.forEach((value, index) => expect(value).toBeLessThanOrEqual((small[index] ?? 0) + 1e-9));
    }), { numRuns: 60 });
  });

  it('the order in which zones are written does not matter', () => {
    fc.assert(fc.property(bodies, ({ sdCm, ...means }) => {
      const turned = { ...trousers, rows: trousers.rows.map(({ label, body }) => ({ label, body: { hip: body.hip, waist: body.waist } as typeof body })) };
      expect(adviseSize({ body: exampleBody({ hip: means.hip, waist: means.waist }, sdCm), chart: turned })).toEqual(adviseSize({ body: exampleBody(means, sdCm), chart: trousers }));
    }), { numRuns: 30 });
  });

  it('an unavailable answer carries no size, an available one one size of the chart or two neighbours', () => {
    const labels = trousers.rows.map(({ label }) => label);
    const sizesIn = (advice: SizeAdvice): string[] => labels.filter((label) => Object.values(advice).includes(label));
    const count = { recommended: 1, between: 2, unavailable: 0 };
    fc.assert(fc.property(bodies, ({ sdCm, ...means }) => {
      const advice = adviseSize({ body: exampleBody(means, sdCm), chart: trousers });
      const sizes = sizesIn(advice);
      expect(advice.status !== 'between' || sizes.includes(advice.likelier)).toBe(true);
      expect(sizes).toHaveLength(count[advice.status]);
      expect(labels.join()).toContain(sizes.join());
      for (const { fits } of advice.zones) expect(fits.map(({ size }) => size)).toEqual(sizes);
    }), { numRuns: 100 });
  });

  it('equal questions get equal answers', () => {
    const question = { body: exampleBody({ waist: 75, hip: 98 }, 2.2), chart: trousers };
    expect(adviseSize(question)).toEqual(adviseSize(question));
  });
});
