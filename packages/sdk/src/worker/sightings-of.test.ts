import { expect, it } from 'vitest';
import type { CapturedFrame } from './capture-store.ts';
import { sightingsOf } from './sightings-of.ts';

const frames = (weights: CapturedFrame['weights'], view: string, count = 1): CapturedFrame[] => Array.from({ length: count }, (_, k) => ({
  weights, profile: `${view} ${weights} ${k}` as unknown as CapturedFrame['profile'], outline: { widthPx: 1, heightPx: 1, points: new Float32Array() },
}));
const counts = (front: readonly CapturedFrame[], side: readonly CapturedFrame[]) => sightingsOf(front, side).map((of) => [of.weights, of.front.length, of.side.length]);

it('gives the frames of each of the weights apart, the better first', () => {
  expect(counts([...frames('lite', 'front', 2), ...frames('full', 'front', 6)], [...frames('full', 'side', 5), ...frames('lite', 'side', 1)]))
    .toEqual([['full', 6, 5], ['lite', 2, 1]]);
});

it('leaves out weights that saw one view only', () => {
  expect(counts([...frames('lite', 'front', 4), ...frames('full', 'front')], frames('full', 'side'))).toEqual([['full', 1, 1]]);
  expect(counts(frames('lite', 'front', 4), [...frames('lite', 'side', 3), ...frames('full', 'side', 8)])).toEqual([['lite', 4, 3]]);
});

it('uses all frames where none of the weights saw both views, and says so when there are none', () => {
  expect(counts(frames('lite', 'front', 3), frames('full', 'side', 2))).toEqual([['full', 3, 2]]);
  expect(counts([], [])).toEqual([['full', 0, 0]]);
});
