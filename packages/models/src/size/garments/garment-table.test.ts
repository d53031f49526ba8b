import { describe, expect, it } from 'vitest';
import { Value } from 'typebox/value';
import { BodyZone, GarmentType } from '../../contracts/index.ts';
import { GARMENTS } from './garment-table.ts';
import { ZONE_ORDER, isGarmentType, isMainZone, zoneWeight } from './zone-weights.ts';

const garments = Object.entries(GARMENTS);

describe('GARMENTS', () => {
  it('knows every type of the contract and no other', () => {
    expect(garments.every(([type]) => Value.Check(GarmentType, type) && isGarmentType(type))).toBe(true);
    expect(garments).toHaveLength(GarmentType.anyOf.length);
    expect(isGarmentType('toString')).toBe(false);
  });

  it.each(garments)('%s: one zone weighs 1, none more; ease grows with the fit and is never below the least', (type, { zones }) => {
    const weights = Object.values(zones).map(({ weight }) => weight);
    expect(Math.max(...weights)).toBe(1);
    expect(Math.min(...weights)).toBeGreaterThan(0);
    const eases = Object.values(zones).flatMap(({ ease }) => (ease ? [[ease.min, ease.slim, ease.regular, ease.loose]] : []));
    expect(eases).toEqual(eases.map((steps) => steps.toSorted((a, b) => a - b)));
    // No more dimensions than can be sampled, with the measured ones at once.
    expect(Object.keys(zones).filter((zone) => zone !== 'underbust' && zone !== 'bustDifference').length).toBeLessThanOrEqual(10);
    expect(ZONE_ORDER.some((zone) => isMainZone({ garmentType: type as keyof typeof GARMENTS }, zone))).toBe(true);
  });
});

describe('zoneWeight', () => {
  it('lists every zone of the contract once', () => {
    expect([...ZONE_ORDER].toSorted()).toEqual(BodyZone.anyOf.map((each) => each.const).toSorted());
  });

  it('puts stature first for children only', () => {
    expect(zoneWeight({ garmentType: 'dress', wearer: 'child' }, 'stature')).toBe(1);
    expect(isMainZone({ garmentType: 'dress' }, 'stature')).toBe(false);
    expect(zoneWeight({ garmentType: 'skirt' }, 'neck')).toBeUndefined();
  });
});
