import { expect, it } from 'vitest';
import { createVsknn } from './vsknn.ts';

const sessions = [[0, 1, 2], [0, 1, 2], [3, 4], [5, 4]].map((items) => Int32Array.from(items));

it('V-SKNN recommends what sessions like this one had, and nothing for unknown ones', () => {
  const scoresOf = createVsknn(sessions, 6);
  const scores = scoresOf({ items: Int32Array.of(0, 1), sides: {} });
  expect(new Set(scores.keys())).toEqual(new Set([0, 1, 2]));
  expect([...scores.values()].every((score) => score > 0)).toBe(true);
  expect(scoresOf({ items: new Int32Array(0), sides: {} }).size).toBe(0);
});
