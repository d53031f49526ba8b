import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMeasure, type Measure } from './read-measure.ts';

const endsOf = (measure: Measure): unknown => (measure.kind === 'range' ? [measure.min, measure.max] : measure.kind === 'value' ? measure.value : measure.kind);

describe('readMeasure', () => {
  it.each<[string, unknown]>([
    ['84-88', [84, 88]], ['84–88', [84, 88]], ['84 — 88 cm', [84, 88]], ['84 to 88', [84, 88]], ['84 đến 88', [84, 88]], ['84~88', [84, 88]], ['84cm - 88cm', [84, 88]],
    ['84,5-88,25', [84.5, 88.25]], ['84', 84], ['84.5 cm', 84.5], ['33 1/2"', 85.09], ['33½ in', 85.09], ['33 1/2-35 in', [85.09, 88.9]], ['840-880mm', [84, 88]],
    ["5'4\"", 162.56], ["5'2\"-5'4 1/2\"", [157.48, 163.83]], ['1m58', 158], ['1m5-1m60', [150, 160]], ['1.58 m', 158],
    ['<84', [undefined, 84]], ['up to 84', [undefined, 84]], ['dưới 84', [undefined, 84]], ['110+', [110, undefined]], ['> 110', [110, undefined]], ['trên 110', [110, undefined]], ['110 trở lên', [110, undefined]],
    ['', 'empty'], ['-', 'empty'], ['n/a', 'empty'], ['8x', 'unreadable'], ['84-', 'unreadable'], ['84-88-92', 'unreadable'], ['M', 'unreadable'], ['1/0', 'unreadable'], ['-84', 'unreadable'],
  ])('%s', (text, expected) => {
    expect(endsOf(readMeasure(text, 'cm'))).toEqual(expected);
  });

  it('takes the unit of the column where the cell names none', () => {
    expect(endsOf(readMeasure('34-36', 'in'))).toEqual([86.36, 91.44]);
    expect(endsOf(readMeasure('84-88 cm', 'in'))).toEqual([84, 88]);
    expect(endsOf(readMeasure('100-110', 'lb'))).toEqual([45.359, 49.895]);
  });

  it('reads every range that can be written, and throws at nothing', () => {
    const number = fc.integer({ min: 0, max: 2999 }).map((tenths) => tenths / 10);
    fc.assert(fc.property(number, number, fc.constantFrom('-', ' - ', '–', ' to ', ' đến ', '~'), fc.constantFrom('', ' cm'), fc.constantFrom('.', ','), (min, max, dash, unit, point) => {
      const text = `${String(min).replace('.', point)}${dash}${String(max).replace('.', point)}${unit}`;
      expect(endsOf(readMeasure(text, 'cm'))).toEqual([min, max]);
    }));
    fc.assert(fc.property(fc.string({ maxLength: 30 }), (text) => {
      expect(['empty', 'value', 'range', 'unreadable']).toContain(readMeasure(text, 'cm').kind);
    }), { numRuns: 500 });
  });
});
