import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthTicks } from './month-ticks.ts';

const ticksOf = (from: string, to: string, most: number): readonly string[] => monthTicks(Date.parse(from), Date.parse(to), most).map(({ timeMs }) => new Date(timeMs).toISOString().slice(0, 10));

it.each([
  ['2018-01-15', '2020-03-30', ['2018-07-01', '2019-01-01', '2019-07-01', '2020-01-01']],
  ['2026-01-05', '2026-03-30', ['2026-02-01', '2026-03-01']],
  ['2026-01-05', '2026-01-19', ['2026-01-05']],
] as const)('%s to %s', (from, to, ticks) => {
  expect(ticksOf(from, to, 5)).toEqual(ticks);
});

it('lies within the time, ascending, no more than was asked for', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 3, max: 8 }), (week, weeks, most) => {
    const [from, to] = [week * 604_800_000, (week + weeks) * 604_800_000];
    const ticks = monthTicks(from, to, most);
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(most);
    for (const [k, { at }] of ticks.entries()) expect(at).toBeGreaterThanOrEqual(k === 0 ? 0 : ticks[k - 1]?.at ?? 1);
    expect(ticks.at(-1)?.at).toBeLessThanOrEqual(1);
  }));
});
