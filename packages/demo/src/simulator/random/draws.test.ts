import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weightedIndex } from './draws.ts';
import { derivedRandom, seededRandom } from './seeded-random.ts';

it('draws only what has a weight', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e9, noNaN: true })), { maxLength: 20 }), fc.integer(), (weights, seed) => {
    const drawn = weightedIndex(seededRandom(seed), weights);
    expect(drawn === -1 ? weights.every((weight) => weight === 0) : (weights[drawn] ?? 0) > 0).toBe(true);
  }));
});

it('draws by weight', () => {
  const random = seededRandom(1);
  const counts = [0, 0, 0];
  for (let k = 0; k < 30_000; k += 1) {
    const drawn = weightedIndex(random, [1, 0, 3]);
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  expect(counts[1]).toBe(0);
  expect((counts[2] ?? 0) / 30_000).toBeCloseTo(0.75, 1);
});

it('draws other numbers at other places, the same at the same', () => {
  const first = (place: readonly number[]): number => derivedRandom(3, ...place)();
  fc.assert(fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 4 }), fc.nat(3), (place, at) => {
    expect(first(place)).toBe(first(place));
    expect(first(place.with(at % place.length, 100_001))).not.toBe(first(place));
  }));
});
