import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSizeChart } from '../catalog/make-size-chart.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { misfitReturnChance } from '../visits/plan-returns.ts';
import { type SimulatedBody, drawBody } from './draw-body.ts';
import { bestSize, fitOf } from './fit-of.ts';

const chart = makeSizeChart('dress', 'women', 'regular');
const middleOf = (label: string): SimulatedBody => Object.fromEntries(Object.entries(chart.rows.find((row) => row.label === label)?.body ?? {}).map(([zone, range]) => [zone, (range.minCm + range.maxCm) / 2]));

describe('the size that sits best', () => {
  it.each(chart.rows.map(({ label }) => label))('is %s for the body that it is made for', (label) => {
    const row = bestSize(chart, middleOf(label));
    expect([row.label, fitOf(row, middleOf(label)).missCm]).toEqual([label, 0]);
  });

  it('is never smaller for a wider body, nor for a garment that runs small', () => {
    const place = (body: SimulatedBody, runsLargeCm: number): number => chart.rows.indexOf(bestSize(chart, body, runsLargeCm));
    fc.assert(fc.property(fc.integer(), fc.double({ min: 0, max: 15, noNaN: true }), (seed, moreCm) => {
      const body = drawBody('female', seededRandom(seed));
      const wider = { ...body, chest: (body.chest ?? 0) + moreCm, waist: (body.waist ?? 0) + moreCm, hip: (body.hip ?? 0) + moreCm };
      expect(place(wider, 0)).toBeGreaterThanOrEqual(place(body, 0));
      expect(place(body, -moreCm)).toBe(place(wider, 0));
    }));
  });

  it('is too small for who is wider and too large for who is narrower', () => {
    const [medium, body] = [bestSize(chart, middleOf('M')), middleOf('M')];
    expect(fitOf(medium, { ...body, hip: (body.hip ?? 0) + 9 })).toEqual({ zone: 'hip', missCm: 6 });
    expect(fitOf(medium, { ...body, waist: (body.waist ?? 0) - 8 })).toEqual({ zone: 'waist', missCm: -5 });
    expect(fitOf(medium, { stature: 160 }).missCm).toBe(0);
  });
});

it('draws bodies of possible measures', () => {
  fc.assert(fc.property(fc.integer(), fc.constantFrom('female' as const, 'male' as const), (seed, sex) => {
    const body = drawBody(sex, seededRandom(seed));
    expect(Object.values(body).filter((cm) => !(cm > 35 && cm < 200))).toEqual([]);
    expect(body.waist).toBeLessThan((body.hip ?? 0) + 25);
  }));
});

it('brings back more of what fits worse, and nothing that fits', () => {
  expect(misfitReturnChance({ zone: 'hip', missCm: 0 })).toBe(0);
  fc.assert(fc.property(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true }), (missCm, moreCm) => {
    const chance = misfitReturnChance({ zone: 'hip', missCm });
    const worse = misfitReturnChance({ zone: 'hip', missCm: missCm + Math.sign(missCm) * moreCm });
    expect(chance).toBeLessThan(1);
    expect(worse).toBeGreaterThanOrEqual(chance);
  }));
});
