import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, GAP_EDGES_MS } from './step-buckets.ts';
import { stepsToWindow } from './steps-to-window.ts';

const SIDES = [{ name: 'type', size: 4 }, { name: 'price', size: 9 }, { name: 'gap', size: GAP_EDGES_MS.length + 1 }];

describe('stepsToWindow', () => {
  it('leaves out what repeats the step before, and tells the time since the last that is left', () => {
    const window = stepsToWindow({ items: [5, 5, 5, 6], timesMs: [0, 1000, 60_000, 70_000], sides: { type: [1, 1, 2, 2], price: [3, 3, 3, 0] } }, SIDES);
    expect([...window.items]).toEqual([5, 5, 6]);
    expect(Object.fromEntries(Object.entries(window.sides).map(([name, values]) => [name, [...values]]))).toEqual({ type: [1, 2, 2], price: [3, 3, 0], gap: [0, bucketOf(60_000, GAP_EDGES_MS), bucketOf(10_000, GAP_EDGES_MS)] });
  });

  it('gives the side inputs that the model has and no others; 0 for what the steps do not tell', () => {
    const window = stepsToWindow({ items: [1, 2], timesMs: [0, 1], sides: { price: [1, 1] } }, [{ name: 'category', size: 3 }]);
    expect(window.sides).toEqual({ category: Int32Array.of(0, 0) });
  });

  it('does the same however often the steps are told twice in a row', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(2), fc.nat(1e6), fc.integer({ min: 1, max: 3 })), { maxLength: 20 }), (steps) => {
      const columns = (repeats: boolean) => {
        const rows = steps.flatMap((step) => Array.from({ length: repeats ? step[3] : 1 }, () => step));
        return { items: rows.map(([item]) => item), timesMs: rows.map(([, , timeMs]) => timeMs), sides: { type: rows.map(([, type]) => type) } };
      };
      expect(stepsToWindow(columns(true), SIDES)).toEqual(stepsToWindow(columns(false), SIDES));
    }));
  });
});
