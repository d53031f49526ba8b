import { expect, it } from 'vitest';
import { judgeCanary, judgePromoted, type ShownVerdict } from './judge-shown.ts';

const LIVE = { shows: 20_000, clicks: 1000, items: 500, gini: 0.5 };
const CANARY = { shows: 2000, clicks: 100, items: 500, gini: 0.5 };

const said = (verdict: ShownVerdict): string => (verdict.verdict === 'roll-back' ? `roll-back ${verdict.reasons.map(({ rule }) => rule).join(' ')}` : verdict.verdict);

it.each([
  ['alike', CANARY, LIVE, 'keep'],
  ['too few lists of it', { ...CANARY, shows: 999, clicks: 0 }, LIVE, 'wait'],
  ['too few lists beside it', CANARY, { ...LIVE, shows: 999 }, 'wait'],
  ['never shown', { ...CANARY, shows: 0, clicks: 0 }, LIVE, 'unseen'],
  ['never shown, nor what is beside it', { ...CANARY, shows: 0, clicks: 0 }, { ...LIVE, shows: 999 }, 'wait'],
  ['clicked more', { ...CANARY, clicks: 150 }, LIVE, 'keep'],
  // 5 % of 2,000 beside 5 % of 20,000: one standard error is 0.51 %.
  ['clicked a little less, as chance does', { ...CANARY, clicks: 82 }, LIVE, 'keep'],
  ['clicked less', { ...CANARY, clicks: 75 }, LIVE, 'roll-back clicks-fell'],
  ['never clicked', { ...CANARY, clicks: 0 }, LIVE, 'roll-back clicks-fell'],
  ['nobody clicks anything', { ...CANARY, clicks: 0 }, { ...LIVE, clicks: 0 }, 'keep'],
  ['always clicked', { ...CANARY, clicks: 2000 }, { ...LIVE, clicks: 20_000 }, 'keep'],
  ['few items', { ...CANARY, items: 399 }, LIVE, 'roll-back coverage-fell'],
  ['unequal', { ...CANARY, gini: 0.56 }, LIVE, 'roll-back gini-rose'],
  ['all at once', { shows: 2000, clicks: 1, items: 3, gini: 0.9 }, LIVE, 'roll-back clicks-fell coverage-fell gini-rose'],
])('%s', (_what, canary, live, expected) => {
  expect(said(judgeCanary(canary, live))).toBe(expected);
});

it.each([
  ['alike', {}, 'keep'],
  // Two standard errors below 5 % are 4.6 %: for a canary that is enough.
  ['clicked less, as other days are', { clicks: 820 }, 'keep'],
  ['clicked a fifth less', { clicks: 799 }, 'roll-back clicks-fell'],
  ['few items', { items: 399 }, 'roll-back coverage-fell'],
  ['too few lists', { shows: 999 }, 'wait'],
])('judges what was promoted by the days before: %s', (_what, changes, expected) => {
  expect(said(judgePromoted({ ...LIVE, ...changes }, LIVE))).toBe(expected);
});

it('a fifth less is not held against a version of which chance may have shown that', () => {
  const before = { shows: 1000, clicks: 20, items: 500, gini: 0.5 };
  expect([said(judgePromoted({ ...before, clicks: 12 }, before)), said(judgePromoted({ ...before, clicks: 5 }, before))]).toEqual(['keep', 'roll-back clicks-fell']);
});
