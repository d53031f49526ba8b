import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWindow } from './next-window.ts';
import type { StepWindow } from './pack-batch.ts';

const LENGTH = 10;
const upTo = (last: number, kept: number): StepWindow => {
  const items = Int32Array.from({ length: Math.min(last, kept) }, (_, k) => last - Math.min(last, kept) + k);
  return { items, sides: { type: items.map((item) => item % 3) } };
};

describe('nextWindow', () => {
  it.each([['all of a short history', 7, 7], ['the last steps of a long one', 25, LENGTH]])('shows at first %s', (_what, steps, shown) => {
    const history = upTo(steps, 30);
    expect([...nextWindow(undefined, history, LENGTH).items]).toEqual([...history.items].slice(-shown));
  });

  it.each([['that is kept whole', 1000, 5], ['of which the oldest steps go', LENGTH, 5], ['of which fewer are kept than the window holds', LENGTH - 2, 3]])('moves seldom along a history %s', (_what, kept, every) => {
    let [window, moves]: [StepWindow | undefined, number] = [undefined, 0];
    for (let last = 1; last <= 100; last += 1) {
      const next = nextWindow(window, upTo(last, kept), LENGTH);
      expect(next.items.at(-1)).toBe(last - 1);
      if (next.items[0] !== window?.items[0]) moves += 1;
      window = next;
    }
    expect(moves).toBeLessThanOrEqual(100 / every);
  });

  it('is the end of the history, never longer than the model sees, and not under half of that where there is more', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 25 })), { minLength: 1, maxLength: 8 }), (histories) => {
      let window: StepWindow | undefined;
      for (const [items] of histories) {
        window = nextWindow(window, { items: Int32Array.from(items), sides: {} }, LENGTH);
        expect(window.items.length).toBeLessThanOrEqual(LENGTH);
        expect(window.items.length).toBeGreaterThanOrEqual(Math.min(items.length, LENGTH / 2));
        expect([...window.items]).toEqual(window.items.length === 0 ? [] : items.slice(-window.items.length));
      }
    }));
  });
});
