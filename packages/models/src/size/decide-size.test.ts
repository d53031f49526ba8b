import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideSize } from './decide-size.ts';

/** Odds of a chart; right = best and a share of what lies beside it; a size fits as often as it is right, or `fitting` times that. */
function oddsOf(best: readonly number[], forgiven = 0.5, fitting = 1): Parameters<typeof decideSize>[0] {
  const at = (place: number): number => best[place] ?? 0;
  const right = best.map((share, place) => Math.min(1, share + forgiven * (at(place - 1) + at(place + 1))));
  const rightPair = best.map((share, place) => Math.min(1, share + at(place + 1) + forgiven * (at(place - 1) + at(place + 2))));
  return { best: Float64Array.from(best), right: Float64Array.from(right), rightPair: Float64Array.from(rightPair), fits: (places) => Math.min(1, places.reduce((sum, place) => sum + fitting * (right[place] ?? 0), 0)) };
}

describe('decideSize', () => {
  it('recommends a size that is nearly always right', () => {
    expect(decideSize(oddsOf([0, 0.05, 0.9, 0.05, 0]), 6)).toMatchObject({ status: 'recommended', place: 2, certainty: 'high' });
  });

  it.each([[1, 'high'], [0.9, 'medium'], [0.75, 'low'], [0, 'low']] as const)('is as sure of the best choice as it fits: %d times as often as it is right, %s', (fitting, certainty) => {
    const decision = decideSize(oddsOf([0, 0.05, 0.9, 0.05, 0], 0.5, fitting), 6);
    expect(decision).toMatchObject({ status: 'recommended', place: 2, certainty });
    expect(decision.status === 'recommended' && decision.probability).toBeCloseTo(0.95 * fitting, 9);
  });

  it('is not very sure of a size that is often not the best, though it would fit', () => {
    expect(decideSize(oddsOf([0, 0.1, 0.8, 0.1, 0], 1), 6)).toMatchObject({ probability: 1, certainty: 'medium' });
  });

  it('names both sizes where the probability is split, whatever the tolerance forgives', () => {
    expect(decideSize(oddsOf([0, 0, 0.6, 0.4, 0], 1), 6)).toMatchObject({ status: 'between', lower: 2, contest: [2, 3] });
    expect(decideSize(oddsOf([0, 0, 0.45, 0.55, 0], 1), 6)).toMatchObject({ status: 'between', lower: 2, contest: [3, 2] });
  });

  it('asks more of a fine chart than of a coarse one', () => {
    const odds = oddsOf([0, 0.15, 0.7, 0.15, 0]);
    expect(decideSize(odds, 6).status).toBe('recommended');
    expect(decideSize(odds, 4).status).toBe('between');
    expect(decideSize(odds, 2)).toEqual(decideSize(odds, 4));
    expect(decideSize(odds, 12)).toEqual(decideSize(odds, 6));
  });

  it('names the end of the chart as the reason where much lies beyond', () => {
    expect(decideSize(oddsOf([0, 0, 0.1, 0.3, 0.6]), 6)).toMatchObject({ status: 'unavailable', reason: 'larger-than-chart', contest: [4, 3] });
    expect(decideSize(oddsOf([0.6, 0.3, 0.1, 0, 0]), 6)).toMatchObject({ status: 'unavailable', reason: 'smaller-than-chart', contest: [0, 1] });
    expect(decideSize(oddsOf([0, 0, 0.05, 0.5, 0.45], 0.2), 6)).toMatchObject({ status: 'unavailable', reason: 'larger-than-chart' });
    expect(decideSize(oddsOf([0.45, 0.5, 0.05, 0, 0], 0.2), 6)).toMatchObject({ status: 'unavailable', reason: 'smaller-than-chart' });
  });

  it('gives up where nothing is likely enough', () => {
    expect(decideSize(oddsOf([0.2, 0.2, 0.2, 0.2, 0.2], 0.1), 6)).toEqual({ status: 'unavailable', reason: 'too-uncertain' });
  });

  it('never advises a place that is no size, nor a size alone that is not the likeliest', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 9 }).filter((values) => values.some((value) => value > 0));
    fc.assert(fc.property(shares, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 2, max: 10, noNaN: true }), (values, forgiven, stepCm) => {
      const total = values.reduce((sum, value) => sum + value, 0);
      const best = values.map((value) => value / total);
      const decision = decideSize(oddsOf(best, forgiven), stepCm);
      const advised = decision.status === 'recommended' ? [decision.place] : decision.status === 'between' ? [decision.lower, decision.lower + 1] : [];
      expect(advised.every((place) => place >= 1 && place <= best.length - 2)).toBe(true);
      expect(decision.status !== 'recommended' || best[decision.place] === Math.max(...best)).toBe(true);
    }));
  });
});
