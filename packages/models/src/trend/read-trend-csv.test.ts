import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTrendCsv } from './index.ts';
import { dayNumber, weekNumber } from './week-number.ts';

it('reads weeks in any order, and takes weeks left out and empty cells for not seen', () => {
  const reading = readTrendCsv('week,linen,"denim, raw"\n2025-01-20,3,\n2025-01-06,1,10\n');
  if (reading.status !== 'read') throw new Error('refused');
  expect(reading.series.map(({ id, values }) => ({ id, values }))).toEqual([{ id: 'linen', values: [1, null, 3] }, { id: 'denim, raw', values: [10, null, null] }]);
});

it.each([
  ['week,a\n2025-13-01,1\n', { row: 2, reason: { code: 'wrong-date' } }],
  ['week,a\n2025-01-06,1\n2025-01-06,2\n', { row: 3, reason: { code: 'duplicate-week', firstRow: 2 } }],
  ['week,a\n2025-01-06,1\n2025-01-14,2\n', { row: 3, reason: { code: 'other-weekday' } }],
  ['week,a\n2025-01-06,-1\n', { row: 2, reason: { code: 'negative', column: 2 } }],
  ['week,a\n2025-01-06,many\n', { row: 2, reason: { code: 'not-a-number', column: 2 } }],
  ['week,a,b\n2025-01-06,1\n', { row: 2, reason: { code: 'different-cell-count' } }],
  ['week,a,a\n2025-01-06,1,2\n', { row: 1, reason: { code: 'duplicate-name', column: 3 } }],
  ['', { row: 1, reason: { code: 'no-series' } }],
  ['week,a\n2025-01-06,1e13\n', { row: 2, reason: { code: 'too-large', column: 2 } }],
  ['week,a\n2025-01-06,1e-300\n', { row: 2, reason: { code: 'too-small', column: 2 } }],
  ['week,a\n2025-01-06,1\n1825-01-10,2\n', { row: 3, reason: { code: 'too-far-apart' } }],
])('refuses %j as a whole, with the row', (text, problem) => {
  const reading = readTrendCsv(text);
  expect(reading.status === 'refused' && reading.problems).toContainEqual(problem);
});

it('takes weeks within the bounds only', () => {
  const bounds = { firstWeek: weekNumber(dayNumber('2020-01-06') ?? 0), lastWeek: weekNumber(dayNumber('2020-01-13') ?? 0) };
  expect(readTrendCsv('week,a\n2020-01-06,1\n2020-01-13,1\n', bounds).status).toBe('read');
  expect(readTrendCsv('week,a\n2019-12-30,1\n2020-01-20,1\n', bounds)).toEqual({ status: 'refused', problems: [{ row: 2, reason: { code: 'too-old' } }, { row: 3, reason: { code: 'in-the-future' } }] });
});

it('reads weeks from before 1970', () => {
  const reading = readTrendCsv('week,a\n1960-01-04,1\n1960-01-11,2\n');
  expect(reading.status === 'read' && reading.series[0]?.values).toEqual([1, 2]);
});

// Each would take minutes, or more memory than there is, if it were read to its end or more than once.
it.each([
  ['a head of a million names', `week${',a'.repeat(1_000_000)}\n`, { row: 1, reason: { code: 'too-many-series' } }],
  ['a million commas in one row', `week,a\n2025-01-06${',1'.repeat(1_000_000)}\n`, { row: 2, reason: { code: 'too-many-series' } }],
  ['rows without end', `week,a\n${'1,1\n'.repeat(2_000_000)}`, { row: 10_403, reason: { code: 'too-many-weeks' } }],
  ['few cells that span very many', `week${Array.from({ length: 9000 }, (_, k) => `,${k}`).join('')}\n2025-01-06${','.repeat(9000)}\n1930-01-06${','.repeat(9000)}\n`, { row: 1, reason: { code: 'too-many-cells' } }],
  ['a quote that never ends', `week,"a${','.repeat(1_000_000)}\n`, { row: 1, reason: { code: 'no-weeks' } }],
])('refuses %s', (_name, text, problem) => {
  expect(readTrendCsv(text)).toEqual({ status: 'refused', problems: [problem] });
});

it('names a thousand problems at most', () => {
  const reading = readTrendCsv(`week,a\n${'1,1\n'.repeat(5000)}`);
  expect(reading.status === 'refused' && reading.problems.length).toBe(1000);
});

it('answers to any text', () => {
  fc.assert(fc.property(fc.string(), (text) => { expect(['read', 'refused']).toContain(readTrendCsv(text).status); }));
});
