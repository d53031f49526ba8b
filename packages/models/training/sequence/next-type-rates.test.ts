import { expect, it } from 'vitest';
import { nextTypeRates } from './next-type-rates.ts';
import { EVENT_SIDE } from './row-targets.ts';

const stepsOf = (...types: readonly number[]) => ({ items: new Int32Array(types.length), sides: { [EVENT_SIDE]: Int32Array.from(types) } });

it('nextTypeRates counts what came second or later, and leaves no type without a chance', () => {
  expect(nextTypeRates([stepsOf(2, 1, 1, 0), stepsOf(1), { items: Int32Array.of(1, 2), sides: {} }], 3)).toEqual([1 / 5, 3 / 5, 1 / 5]);
});
