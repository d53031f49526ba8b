import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPlaces, packScale, withLimits } from './best-places.ts';
import { POINT_COUNT } from './normal-points.ts';
import { bestPlace, borderCm, placeCost } from './place-cost.ts';
import { buildScale } from './size-scale.ts';
import { exampleBody, exampleChart } from './testing/example-charts.ts';

const body = exampleBody({ chest: 90, waist: 75, hip: 95 }, 2);
const cm = fc.double({ min: 50, max: 140, noNaN: true });
/** Charts with steps, gaps and overlaps of all kinds; ranges never fall. */
const charts = fc.record({ rises: fc.array(fc.double({ min: 0.5, max: 9, noNaN: true }), { minLength: 1, maxLength: 7 }), spanCm: fc.double({ min: 2, max: 10, noNaN: true }), apartCm: fc.integer({ min: -25, max: 25 }) }).map(({ rises, spanCm, apartCm }) => {
  const starts = rises.reduce<number[]>((all, rise) => [...all, (all.at(-1) ?? 70) + rise], []);
  const range = (minCm: number): { minCm: number; maxCm: number } => ({ minCm, maxCm: minCm + spanCm });
  return { ...exampleChart('dress', { chest: 80 }), rows: starts.map((startCm, i) => ({ label: `${i}`, body: { chest: range(startCm), hip: range(startCm + apartCm) } })) };
});

describe('bestPlaces', () => {
  it('finds for many bodies at once what bestPlace finds for each', () => {
    fc.assert(fc.property(charts, fc.array(cm, { minLength: 2 * 8, maxLength: 2 * 8 }), fc.constantFrom(-1, 0, 1), (chart, given, offCm) => {
      const scale = buildScale(chart, body);
      const bodies = Float64Array.from({ length: 2 * POINT_COUNT }, (_, i) => given[i % 8 + (i < POINT_COUNT ? 0 : 8)] ?? 0);
      const places = new Uint8Array(POINT_COUNT);
      bestPlaces(packScale(scale), withLimits(bodies), offCm, places);
      for (let i = 0; i < 8; i++) {
        const one = [(bodies[i] ?? 0) + offCm, (bodies[POINT_COUNT + i] ?? 0) + offCm];
        const costOf = (place: number): number => scale.reduce((sum, zone, k) => sum + zone.weight * placeCost(zone.places[place] ?? { minCm: 0, maxCm: 0, centreCm: 0 }, one[k] ?? 0, zone.stepCm), 0);
        expect(costOf(places[i] ?? 0)).toBeCloseTo(costOf(bestPlace(scale, one)), 9);
      }
    }));
  });

  it('a larger body never gets a smaller place', () => {
    fc.assert(fc.property(charts, cm, cm, fc.double({ min: 0, max: 20, noNaN: true }), (chart, chest, hip, moreCm) => {
      const scale = buildScale(chart, body);
      expect(bestPlace(scale, [chest + moreCm, hip + moreCm])).toBeGreaterThanOrEqual(bestPlace(scale, [chest, hip]));
    }));
  });
});

describe('borderCm', () => {
  it('is where two neighbours fit equally well, the boundary where they touch', () => {
    expect(borderCm({ minCm: 84, maxCm: 90, centreCm: 87 }, { minCm: 90, maxCm: 96, centreCm: 93 })).toBeCloseTo(90, 9);
    fc.assert(fc.property(charts, (chart) => {
      for (const { places, stepCm } of buildScale(chart, body)) {
        places.slice(1).forEach((upper, i) => {
          const lower = places[i] ?? upper;
          const border = borderCm(lower, upper);
          expect(placeCost(lower, border, stepCm) - placeCost(upper, border, stepCm)).toBeCloseTo(0, 2);
        });
      }
    }));
  });
});
