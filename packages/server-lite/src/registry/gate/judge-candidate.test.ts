import { expect, it } from 'vitest';
import { judgeCandidate } from './judge-candidate.ts';

const GOOD = { ndcg10: 0.2, hr10: 0.3, coverage: 0.5, gini: 0.6 };

it.each([
  ['the first model', GOOD, undefined, 'pass'],
  ['the same again', GOOD, GOOD, 'pass'],
  ['a better one', { ...GOOD, ndcg10: 0.25 }, GOOD, 'pass'],
  ['one worse by just 1 %', { ...GOOD, ndcg10: 0.198 }, GOOD, 'pass'],
  ['one worse by more', { ...GOOD, ndcg10: 0.1979 }, GOOD, 'ndcg-fell'],
  ['one that shows fewer items', { ...GOOD, coverage: 0.39 }, GOOD, 'coverage-fell'],
  ['one that shows a little fewer', { ...GOOD, coverage: 0.4 }, GOOD, 'pass'],
  ['one that shares less alike', { ...GOOD, gini: 0.651 }, GOOD, 'gini-rose'],
  ['one that collapsed', { ...GOOD, ndcg10: 0.3, coverage: 0.003, gini: 0.997 }, GOOD, 'coverage-low gini-high coverage-fell gini-rose'],
  ['a first one that collapsed', { ...GOOD, coverage: 0.003 }, undefined, 'coverage-low'],
  ['one without figures', {}, GOOD, 'ndcg10 coverage gini'],
  ['one beside a live one without figures', GOOD, { mae: 1 }, 'live.ndcg10 live.coverage live.gini'],
  ['one with a figure that is none', { ...GOOD, gini: Number.NaN }, undefined, 'gini'],
])('%s', (_what, candidate, live, expected) => {
  const verdict = judgeCandidate(candidate, live);
  const said = { pass: () => 'pass', reject: () => verdict.verdict === 'reject' && verdict.reasons.map(({ rule }) => rule).join(' '), hold: () => verdict.verdict === 'hold' && verdict.missing.join(' ') };
  expect(said[verdict.verdict]()).toBe(expected);
});

it('goes by the limits that are set, and says what was found', () => {
  const limits = { ndcgLoss: 0.1, coverageLoss: 1, giniRise: 1, leastCoverage: 0, mostGini: 1, leastShows: 1, clickErrors: 1, clickFall: 0 };
  expect(judgeCandidate({ ...GOOD, ndcg10: 0.181 }, GOOD, limits)).toEqual({ verdict: 'pass' });
  expect(judgeCandidate({ ...GOOD, ndcg10: 0.17 }, GOOD, limits)).toEqual({ verdict: 'reject', reasons: [{ rule: 'ndcg-fell', found: 0.17, limit: expect.closeTo(0.18, 9) as number }] });
});
