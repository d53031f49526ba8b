import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GarmentFit, GarmentType } from '../../contracts/index.ts';
import { bodyFromGarment, easeAt } from './body-from-garment.ts';
import { GARMENTS } from './garment-table.ts';

const shirt = { garmentType: 'shirt', fit: 'regular' } as const;

describe('bodyFromGarment', () => {
  it('takes the usual ease off, and lets sizes meet half-way', () => {
    const bodies = bodyFromGarment(shirt, 'chest', [106, 98, 106, 114]);
    expect([...(bodies ?? [])]).toEqual([[98, { minCm: 82, maxCm: 90 }], [106, { minCm: 90, maxCm: 98 }], [114, { minCm: 98, maxCm: 106 }]]);
  });

  it('never reaches a body on which the garment would have less than the least ease', () => {
    const bodies = bodyFromGarment(shirt, 'chest', [100, 130]);
    expect(bodies?.get(100)?.maxCm).toBe(96);
    expect(bodies?.get(130)?.minCm).toBe(96);
  });

  it('gives stretchy cloth less ease than its kind, and plain cloth more', () => {
    const cut = { garmentType: 'jeans', fit: 'regular' } as const;
    expect(easeAt({ ...cut, stretch: 'high' }, 'hip', 100)?.regular).toBe(1);
    expect(easeAt(cut, 'hip', 100)?.regular).toBe(5);
    expect(easeAt({ ...cut, stretch: 'none' }, 'hip', 100)?.regular).toBe(9);
    expect(easeAt({ ...cut, stretch: 'high' }, 'inseam', 80)?.regular).toBe(-2);
  });

  it('says nothing where a garment\'s measure says nothing, or one size is all there is', () => {
    expect(bodyFromGarment(shirt, 'thigh', [50, 55])).toBeUndefined();
    expect(bodyFromGarment(shirt, 'stature', [160, 170])).toBeUndefined();
    expect(bodyFromGarment(shirt, 'chest', [100, 100])).toBeUndefined();
  });

  it('makes ranges that rise without gap or overlap, whatever the garment', () => {
    const types = Object.keys(GARMENTS) as GarmentType[];
    const fits: GarmentFit[] = ['slim', 'regular', 'loose'];
    fc.assert(fc.property(fc.constantFrom(...types), fc.constantFrom(...fits), fc.uniqueArray(fc.integer({ min: 60, max: 160 }), { minLength: 2, maxLength: 8 }), (garmentType, fit, cms) => {
      const rising = cms.toSorted((a, b) => a - b);
      const bodies = bodyFromGarment({ garmentType, fit }, 'hip', cms);
      const ranges = bodies ? [...bodies.values()] : [];
      expect(bodies === undefined).toBe(GARMENTS[garmentType].zones.hip?.ease === undefined);
      ranges.forEach(({ minCm, maxCm }, index) => {
        expect(maxCm).toBeGreaterThan(minCm);
        expect(minCm).toBe(ranges[index - 1]?.maxCm ?? minCm);
        expect((rising[index] ?? 0) - maxCm).toBeGreaterThanOrEqual((GARMENTS[garmentType].zones.hip?.ease?.min ?? 0) - 0.01);
      });
    }));
  });
});
