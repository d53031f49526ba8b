import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chartBars } from './chart-bars.ts';

const minute = (looking: number, fitting = 0) => ({ startMs: 0, counts: { looking, fitting, buying: 0, other: 0 } });

it('stacks the groups under a round top', () => {
  const { bars, peak, top, total } = chartBars([minute(3, 2), minute(0)]);
  expect({ peak, top, total }).toEqual({ peak: 5, top: 10, total: 5 });
  expect(bars[0]?.pieces).toEqual([{ group: 'looking', count: 3, from: 0, to: 0.3 }, { group: 'fitting', count: 2, from: 0.3, to: 0.5 }]);
  expect(bars[1]?.pieces).toEqual([]);
});

it('never leaves its frame, and has a whole number in the middle of the axis', () => {
  fc.assert(fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 }), (counts) => {
    const { bars, top } = chartBars(counts.map((count) => minute(count)));
    expect(Number.isInteger(top / 2)).toBe(true);
    for (const { pieces } of bars) for (const { to } of pieces) expect(to).toBeLessThanOrEqual(1);
  }));
});
