import fc from 'fast-check';
import { expect, it } from 'vitest';
import { niceTicks } from './nice-ticks.ts';

it.each([[0, 0.93, 4, [0, 0.25, 0.5, 0.75, 1]], [-0.4, 0.7, 4, [-0.5, 0, 0.5, 1]], [0, 0, 4, [0, 0.25]], [0, 0.0049, 4, [0, 0.002, 0.004, 0.006]]] as const)('%f to %f', (low, high, most, ticks) => {
  expect(niceTicks(low, high, most)).toEqual(ticks);
});

it('holds every value, with few and even steps', () => {
  fc.assert(fc.property(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.integer({ min: 2, max: 6 }), (start, span, most) => {
    const low = start * span;
    const ticks = niceTicks(low, low + span, most);
    const [first, second, last] = [ticks[0] ?? 0, ticks[1] ?? 0, ticks.at(-1) ?? 0];
    const slack = 1e-9 * Math.max(1, Math.abs(low), Math.abs(low + span));
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(most + 2);
    expect(first).toBeLessThanOrEqual(low + slack);
    expect(last).toBeGreaterThanOrEqual(low + span - slack);
    expect(second).toBeGreaterThan(first);
  }));
});
