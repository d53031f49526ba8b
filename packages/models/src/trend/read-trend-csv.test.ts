import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTrendCsv } from './index.ts';

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
])('refuses %j as a whole, with the row', (text, problem) => {
  const reading = readTrendCsv(text);
  expect(reading.status === 'refused' && reading.problems).toContainEqual(problem);
});

it('answers to any text', () => {
  fc.assert(fc.property(fc.string(), (text) => { expect(['read', 'refused']).toContain(readTrendCsv(text).status); }));
});
