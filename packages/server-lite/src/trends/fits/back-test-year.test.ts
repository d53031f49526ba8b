import { changeAfter } from '@vua/models/trend';
import { expect, it } from 'vitest';
import { idOf } from '../serve/source-series.ts';
import { madeValues } from '../testing/made-history.ts';
import { backTestYear } from './back-test-year.ts';

const WEEKS = 160;
const LAST = 2900;
const made = (id: string, phaseWeeks: number, weeksSinceLast: number) => ({ id, firstWeek: LAST - WEEKS - weeksSinceLast, values: madeValues({ tag: id, phaseWeeks, growth: 0 }, WEEKS) });

it('tries every third week of the last year of what goes on', () => {
  const linen = made('csv:linen', 10, 0);
  const tried = backTestYear([linen, made('csv:wool', 36, 0)]).filter((one) => idOf(one) === linen.id);
  expect(tried.map(({ originWeek }) => originWeek)).toEqual(Array.from({ length: 14 }, (_, k) => LAST - 52 + 3 * k));
  expect(tried.every(({ originWeek, change }) => Math.abs(change - (changeAfter(linen, originWeek) ?? Number.NaN)) < 0.3)).toBe(true);
});

it('tells nothing of weeks in which a series had ended', () => {
  const tried = backTestYear([made('instagram:linen', 10, 0), made('csv:old', 10, 400), made('csv:paused', 36, 20)]);
  expect(tried.filter(({ tag }) => tag === 'old')).toEqual([]);
  expect(tried.filter(({ tag }) => tag === 'paused').map(({ originWeek }) => originWeek)).toEqual([0, 3, 6, 9, 12, 15, 18].map((weeks) => LAST - 52 + weeks));
});
