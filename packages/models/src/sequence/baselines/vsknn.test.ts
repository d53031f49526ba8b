import { expect, it } from 'vitest';
import { createVsknn } from './vsknn.ts';

const sessions = [[0, 1, 2], [0, 1, 2], [3, 4], [5, 4]].map((items) => Int32Array.from(items));

it('V-SKNN recommends what sessions like this one had, and nothing for unknown ones', () => {
  const scores = new Float32Array(6);
  createVsknn(sessions, 6)({ items: Int32Array.of(0, 1), sides: {} }, scores);
  expect(scores.indexOf(Math.max(...scores))).toBeLessThan(3);
  expect(Array.from(scores.subarray(3))).toEqual([0, 0, 0]);
  createVsknn(sessions, 6)({ items: new Int32Array(0), sides: {} }, scores);
  expect([...scores]).toEqual([0, 0, 0, 0, 0, 0]);
});
