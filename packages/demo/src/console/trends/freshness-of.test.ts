import { expect, it } from 'vitest';
import { freshnessOf } from './freshness-of.ts';
import { madeLine } from './testing/made-trends.ts';
import { ageWeeks } from './week.ts';

it.each([['2026-11-23', '2026-11-29', 0], ['2026-11-16', '2026-11-29', 0], ['2026-11-16', '2026-11-30', 1], ['2026-11-09', '2026-11-29', 1], ['2019-12-30', '2026-11-29', 359]] as const)('the week of %s is, on %s, %i weeks old', (monday, now, weeks) => {
  expect(ageWeeks(monday, Date.parse(now))).toBe(weeks);
});

it('tells the newest week of each source, over all lists', () => {
  const lines = {
    rising: [madeLine({ source: 'csv', asOfWeek: '2019-12-30' })], falling: [madeLine({ source: 'instagram', asOfWeek: '2026-11-09' })],
    flat: [madeLine({ source: 'instagram', asOfWeek: '2026-11-16' })], uncertain: [],
  };
  expect(freshnessOf({ modelVersion: 1, lines }, Date.parse('2026-11-29'))).toEqual([{ source: 'instagram', week: '2026-11-16', ageWeeks: 0 }, { source: 'csv', week: '2019-12-30', ageWeeks: 359 }]);
});
