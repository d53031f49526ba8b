import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { SizeChart } from '../../contracts/index.ts';
import { readSizeChart } from '../index.ts';
import { exampleChart } from '../testing/example-charts.ts';
import { exampleGrid } from '../testing/example-grid.ts';

const good = exampleChart('trousers', { waist: 64, hip: 88 });
const [row] = good.rows;

describe('readSizeChart', () => {
  it('returns a chart as it is', () => {
    const full = { ...good, rows: good.rows.map((each) => ({ ...each, systems: { eu: '36', vn: 'S' }, garmentCm: { waist: 70 } })) };
    expect(readSizeChart(full)).toBe(full);
    expect(readSizeChart(structuredClone(good))).toEqual(good);
    const whole = { ...exampleGrid(), stretch: 'high', wearer: 'child', bodyFrom: 'garment' };
    expect(readSizeChart({ ...whole, rows: whole.rows.map((each) => ({ ...each, mass: { minKg: 50, maxKg: 60 } })) })).toBeDefined();
  });

  it.each<[string, unknown]>([
    ['nothing', undefined], ['null', null], ['a list', []], ['a text', 'chart'], ['no rows', { ...good, rows: [] }], ['no id', { ...good, id: '' }],
    ['an unknown garment', { ...good, garmentType: 'hat' }], ['an inherited name', { ...good, garmentType: 'toString' }], ['an unknown fit', { ...good, fit: 'x' }],
    ['an unknown key', { ...good, extra: 1 }], ['an unknown zone', { ...good, rows: [{ ...row, body: { tail: { minCm: 1, maxCm: 2 } } }] }],
    ['a text for a number', { ...good, rows: [{ ...row, body: { waist: { minCm: '1', maxCm: 2 } } }] }],
    ['a number beyond bounds', { ...good, rows: [{ ...row, body: { waist: { minCm: 1, maxCm: 301 } } }] }],
    ['NaN', { ...good, rows: [{ ...row, body: { waist: { minCm: Number.NaN, maxCm: 2 } } }] }],
    ['an unknown stretch', { ...good, stretch: 'rubber' }], ['a mass without an end', { ...good, rows: [{ ...row, mass: { minKg: 3 } }] }], ['a pair without a label', { ...good, rows: [{ ...row, grid: { waist: '' } }] }],
    ['a long label', { ...good, rows: [{ ...row, label: 'x'.repeat(25) }] }], ['systems that are no texts', { ...good, rows: [{ ...row, systems: { eu: 36 } }] }],
  ])('refuses %s', (_what, value) => {
    expect(readSizeChart(value)).toBeUndefined();
    expect(Value.Check(SizeChart, value)).toBe(false);
  });

  it('says the same as the schema, whatever one part of a chart is replaced by', () => {
    const part = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('shirt', 'bra', 'slim', 'M', 'some', 'child', 'garment'), fc.double({ noNaN: true }), fc.string({ maxLength: 30 }), fc.constant({ waist: { minCm: 3, maxCm: 4 } }), fc.constantFrom({ hip: 100 }, { eu: '36', jp: 9 }, { stature: 'petite' }, { minKg: 40, maxKg: 50 }));
    const changed = fc.oneof(
      fc.tuple(fc.constantFrom('id', 'garmentType', 'fit', 'stretch', 'wearer', 'bodyFrom', 'rows', 'other'), part).map(([key, value]) => ({ ...good, [key]: value })),
      fc.tuple(fc.constantFrom('label', 'body', 'systems', 'mass', 'garmentCm', 'grid', 'other'), part).map(([key, value]) => ({ ...good, rows: [{ ...row, [key]: value }] })),
    );
    fc.assert(fc.property(changed, (value) => {
      expect(readSizeChart(value) !== undefined).toBe(Value.Check(SizeChart, value));
    }), { numRuns: 400 });
  });
});
