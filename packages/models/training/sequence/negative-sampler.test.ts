import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from '../body/random.ts';
import { createNegativeSampler } from './negative-sampler.ts';

const sequences = [{ items: Int32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1), sides: {} }];

it('draws as often as the power says, and tells how often that is', () => {
  const draw = createNegativeSampler(sequences, 3, 1 / 3);
  const { items, logits } = draw(40_000, seededRandom(1));
  const shares = [0, 1, 2].map((item) => items.filter((drawn) => drawn === item).length / items.length);
  expect(shares[0]).toBeCloseTo(0.5, 1);
  expect(shares[1]).toBeCloseTo(0.25, 1);
  expect(shares[2]).toBeCloseTo(0.25, 1);
  expect(logits[items.indexOf(0)]).toBeCloseTo(-Math.log(20_000), 4);
});

it('makes exp(logit) add up to the number of items on average: each stands for those not drawn', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 0.5, 1), fc.integer(), (count, power, seed) => {
    const draw = createNegativeSampler(sequences, 3, power);
    const random = seededRandom(seed);
    let sum = 0;
    for (let round = 0; round < 2000; round += 1) for (const logit of draw(count, random).logits) sum += Math.exp(logit);
    expect(sum / 2000).toBeGreaterThan(2.2);
    expect(sum / 2000).toBeLessThan(3.8);
  }), { numRuns: 20 });
});
