import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SizeChart } from '../contracts/index.ts';
import { adviseSize, createAdviser } from './index.ts';
import { exampleBody } from './testing/example-charts.ts';

/** Jeans: waists in steps of 5 cm from 70, legs in steps of 6 cm from 72. */
function jeans(isMade: (waist: number, leg: number) => boolean = () => true): SizeChart {
  const rows = [0, 1, 2, 3, 4].flatMap((waist) => [0, 1, 2].flatMap((leg) => (isMade(waist, leg) ? [{
    label: `W${28 + 2 * waist} L${30 + 2 * leg}`,
    grid: { waist: `W${28 + 2 * waist}`, inseam: `L${30 + 2 * leg}` },
    body: { waist: { minCm: 70 + 5 * waist, maxCm: 75 + 5 * waist }, inseam: { minCm: 72 + 6 * leg, maxCm: 78 + 6 * leg } },
  }] : [])));
  return { id: 'jeans', garmentType: 'jeans', fit: 'regular', rows };
}

describe('a grid of sizes', () => {
  it('gives the pair in whose middle the body lies', () => {
    expect(adviseSize({ body: exampleBody({ waist: 82.5, inseam: 81 }, 0.8), chart: jeans() })).toMatchObject({ status: 'recommended', size: 'W32 L32' });
  });

  it('gives two pairs along the axis where the body lies between, with the difference there', () => {
    const advice = adviseSize({ body: exampleBody({ waist: 82.5, inseam: 84 }, 0.8), chart: jeans() });
    expect(advice).toMatchObject({ status: 'between', smaller: 'W32 L32', larger: 'W32 L34' });
    expect(advice.zones.find(({ decisive }) => decisive)?.zone).toBe('inseam');
    for (const { fits } of advice.zones) expect(fits.map(({ size }) => size)).toEqual(['W32 L32', 'W32 L34']);
  });

  it('stays between at the waist and settles the leg where both are split', () => {
    expect(adviseSize({ body: exampleBody({ waist: 85, inseam: 84.1 }, 1), chart: jeans() })).toMatchObject({ status: 'between', smaller: 'W32 L34', larger: 'W34 L34' });
  });

  it('does not advise a pair that is not made', () => {
    const chart = jeans((waist, leg) => !(waist === 2 && leg === 1));
    expect(adviseSize({ body: exampleBody({ waist: 82.5, inseam: 81 }, 0.8), chart })).toMatchObject({ status: 'unavailable' });
  });

  it('refuses where an axis is not measured, or lies beyond the chart', () => {
    expect(adviseSize({ body: exampleBody({ waist: 82.5 }, 0.8), chart: jeans() })).toMatchObject({ status: 'unavailable', reason: 'zones-not-measured', probabilities: [], largerThanChart: 0 });
    expect(adviseSize({ body: exampleBody({ waist: 82.5, inseam: 99 }, 0.8), chart: jeans() })).toMatchObject({ status: 'unavailable', reason: 'larger-than-chart' });
  });

  it('states no more than each axis alone, has weights that sum to 1 and one deciding zone; a glance says the same', () => {
    fc.assert(fc.property(fc.double({ min: 66, max: 100, noNaN: true }), fc.double({ min: 70, max: 94, noNaN: true }), fc.double({ min: 0.1, max: 4, noNaN: true }), (waist, inseam, sdCm) => {
      const adviser = createAdviser({ body: exampleBody({ waist, inseam }, sdCm) });
      const chart = jeans();
      const advice = adviser.advise(chart);
      for (const { fits } of advice.zones) {
        const either = fits.reduce((sum, { probability }) => sum + probability, 0);
        expect(advice.status === 'unavailable' ? 0 : advice.probability).toBeLessThanOrEqual(either + 1e-9);
      }
      expect(advice.smallerThanChart + advice.largerThanChart).toBeLessThanOrEqual(1 + 1e-9);
      expect(advice.zones.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
      expect(advice.zones.filter(({ decisive }) => decisive)).toHaveLength(1);
      expect(advice).toMatchObject(adviser.glance(chart));
    }), { numRuns: 60 });
  });
});
