import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STATISTICS_RANGE_CM, type StatisticsZone } from '../contracts/index.ts';
import { DEFAULT_DESIGN, RESPONSE_DESIGNS, binEdgeCm, binOfCm, isKnownDesign } from './statistics-bins.ts';

const zones = Object.keys(STATISTICS_RANGE_CM) as StatisticsZone[];

it('a value lies between the edges of its bin', () => {
  fc.assert(fc.property(fc.constantFrom(...zones), fc.constantFrom(...RESPONSE_DESIGNS.bins), fc.integer({ min: 20, max: 250 }), (zone, bins, cm) => {
    const bin = binOfCm(zone, cm, bins);
    expect(bin === 0 || cm >= binEdgeCm(zone, bin, bins)).toBe(true);
    expect(bin === bins - 1 || cm < binEdgeCm(zone, bin + 1, bins)).toBe(true);
  }));
});

it('what lies outside falls into the first or the last bin', () => {
  expect([binOfCm('chest', 20, 8), binOfCm('chest', 70, 8), binOfCm('chest', 133, 8), binOfCm('chest', 134, 8), binOfCm('chest', 250, 8)]).toEqual([0, 0, 7, 7, 7]);
});

it('edges are whole centimetres', () => {
  for (const zone of zones) for (const bins of RESPONSE_DESIGNS.bins) expect(Number.isInteger(binEdgeCm(zone, 1, bins))).toBe(true);
});

it('knows its designs', () => {
  expect(isKnownDesign(DEFAULT_DESIGN)).toBe(true);
  expect(isKnownDesign({ epsilon: 2, bins: 9 })).toBe(false);
  expect(isKnownDesign({ epsilon: 2.1, bins: 8 })).toBe(false);
});
