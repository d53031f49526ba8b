import { expect, it } from 'vitest';
import { doubtsOf } from './doubts-of.ts';
import { madeAnswer } from './testing/made-trends.ts';

it('has none about a fresh, long and clear series', () => {
  expect(doubtsOf(madeAnswer())).toEqual([]);
});

it.each([
  ['old', { quality: { ageWeeks: 3 } }], ['low-confidence', { quality: { confidence: 'low' } }], ['reduced-confidence', { quality: { confidence: 'reduced' } }],
  ['borrowed-season', { quality: { season: 'borrowed' } }], ['zeros', { quality: { zeroShare: 0.2 } }], ['uncertain', { change: { class: 'uncertain' } }],
] as const)('%s', (doubt, changes) => {
  expect(doubtsOf(madeAnswer(changes))).toEqual([doubt]);
});

it('names all of them, the gravest first, and says that nothing was seen', () => {
  const { change: _change, trendScore: _score, why: _why, ...seen } = madeAnswer({ quality: { ageWeeks: 9, season: 'borrowed' } });
  expect(doubtsOf({ ...seen, status: 'no-base' })).toEqual(['old', 'no-base', 'borrowed-season']);
});
