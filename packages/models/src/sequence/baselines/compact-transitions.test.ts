import { expect, it } from 'vitest';
import { compactTransitions, expandTransitions } from './compact-transitions.ts';
import { countTransitions } from './transitions.ts';

const transitions = countTransitions([[0, 1, 2, 1, 3, 2, 1], [3, 1, 0, 1]].map((items) => Int32Array.from(items)), 5, 3);

it('transitions come back with the same followers, and weights within some percent', () => {
  const back = expandTransitions(compactTransitions(transitions));
  expect(back?.starts).toEqual(transitions.starts);
  expect(back?.followers).toEqual(transitions.followers);
  transitions.weights.forEach((weight, k) => expect(Math.abs((back?.weights[k] ?? NaN) / weight - 1)).toBeLessThan(0.023));
  expect(expandTransitions(compactTransitions(countTransitions([], 3, 1)))?.followers).toHaveLength(0);
});

it('broken ones are refused', () => {
  const { followers, ...rest } = compactTransitions(transitions);
  expect(expandTransitions(rest)).toBeUndefined();
  expect(expandTransitions({ ...rest, followers: Uint16Array.from(followers ?? [], () => 5) })).toBeUndefined();
  expect(expandTransitions({ ...rest, followers: new Uint16Array(1) })).toBeUndefined();
});
