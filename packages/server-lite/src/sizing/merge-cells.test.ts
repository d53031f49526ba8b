import fc from 'fast-check';
import { expect, it } from 'vitest';
import { K_ANONYMITY, mergeCells, type CountedCell } from './merge-cells.ts';

const cells = fc.uniqueArray(fc.record({ cell: fc.integer({ min: 20, max: 250 }), count: fc.integer({ min: 1, max: 60 }) }), { selector: ({ cell }) => cell })
  .map((given) => [...given].sort((one, other) => one.cell - other.cell));
const sum = (given: readonly { readonly count: number }[]): number => given.reduce((total, { count }) => total + count, 0);

it('publishes no cell below k, and everybody or nobody', () => {
  fc.assert(fc.property(cells, (given) => {
    const merged = mergeCells(given);
    for (const { count } of merged) expect(count).toBeGreaterThanOrEqual(K_ANONYMITY);
    expect(sum(merged)).toBe(sum(given) >= K_ANONYMITY ? sum(given) : 0);
  }));
});

it('leaves no gap, and both ends open', () => {
  fc.assert(fc.property(cells, (given) => {
    const merged = mergeCells(given);
    if (merged.length === 0) return;
    expect([merged[0]?.from, merged.at(-1)?.to]).toEqual([undefined, undefined]);
    merged.slice(1).forEach(({ from }, index) => expect(from).toBe((merged[index]?.to ?? 0) + 1));
  }));
});

it('every sum or difference of what is published is at least k bodies, or none', () => {
  fc.assert(fc.property(cells, fc.nat(30), fc.nat(30), (given, one, other) => {
    const merged = mergeCells(given);
    const difference = Math.abs(sum(merged.slice(0, one)) - sum(merged.slice(0, other)));
    expect(difference === 0 || difference >= K_ANONYMITY).toBe(true);
  }));
});

it.each<[string, CountedCell[], ReturnType<typeof mergeCells>]>([
  ['nobody', [], []],
  ['too few', [{ cell: 90, count: 19 }], []],
  ['just enough', [{ cell: 90, count: 19 }, { cell: 120, count: 1 }], [{ from: undefined, to: undefined, count: 20 }]],
  ['a rest that joins the last', [{ cell: 90, count: 20 }, { cell: 91, count: 25 }, { cell: 92, count: 3 }], [{ from: undefined, to: 90, count: 20 }, { from: 91, to: undefined, count: 28 }]],
])('%s', (_what, given, published) => {
  expect(mergeCells(given)).toEqual(published);
});
