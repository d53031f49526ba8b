import { expect, it } from 'vitest';
import { formatsOf } from './formats.ts';

const SECOND_MS = 1000;

it('writes numbers as each language does', () => {
  expect(formatsOf('vi').number(12_345)).toBe('12.345');
  expect(formatsOf('en').number(12_345)).toBe('12,345');
  expect(formatsOf('en').share(0.236)).toBe('24%');
});

it.each([[0, undefined], [-5, undefined], [9, undefined], [34, '30 sec ago'], [60, '1 min ago'], [3599, '59 min ago'], [7200, '2 hr ago'], [90_000, '1 day ago']] as const)('%i seconds ago: %s', (seconds, words) => {
  expect(formatsOf('en').ago(1e12 - seconds * SECOND_MS, 1e12)).toBe(words);
});

it('speaks Vietnamese', () => {
  expect(formatsOf('vi').ago(0, 120 * SECOND_MS)).toBe('2 phút trước');
});
