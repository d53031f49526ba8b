import { expect, it } from 'vitest';
import type { ScanOffer } from '../../scan/index.ts';
import { offersOf } from './offers-of.ts';
import type { Way } from './way.ts';

it.each<readonly [way: Way, given: readonly ScanOffer[], shown: readonly ScanOffer[]]>([
  ['camera', ['retake', 'photos', 'manual'], ['retake', 'photos', 'manual']],
  ['photos', ['retake', 'photos', 'manual'], ['photos', 'manual']],
  ['photos', ['retry', 'manual'], ['retry', 'manual']],
  ['answers', ['retry', 'manual'], ['retry']],
  ['answers', ['manual'], ['manual']],
])('on the way of %s, of %j are shown %j', (way, offers, shown) => {
  expect(offersOf({ kind: 'refused', view: 'front', reason: 'head-cut', offers }, way)).toEqual(shown);
});
