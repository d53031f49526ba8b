import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviseSize } from '../index.ts';
import { exampleBody, exampleChart } from '../testing/example-charts.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { type Feedback, NEW_BRAND, NEW_GARMENT, type SizeOutcome, believedOffset, learnOutcome, recogniseCut } from './index.ts';
import { type SimulatedGarment, simulateOutcomes } from './testing/simulate-outcomes.ts';

const STEP_CM = 6;
const NEW: Feedback = { garment: NEW_GARMENT, brand: NEW_BRAND };

function outcome(shopperKey: string, result: SizeOutcome['result'], rest: Partial<SizeOutcome> = {}): SizeOutcome {
  return { result, stepsFromAdvice: 0, stepCm: STEP_CM, certainty: 'high', shopperKey, ...rest };
}

function learnAll(outcomes: readonly SizeOutcome[], from = NEW): Feedback {
  return outcomes.reduce(learnOutcome, from);
}

const many = (count: number, result: SizeOutcome['result'], rest: Partial<SizeOutcome> = {}): SizeOutcome[] =>
  Array.from({ length: count }, (_, i) => outcome(`${result}-${i}`, result, rest));

/** Share of runs in which the cut was named at any of the first 40 outcomes. */
function recognised(cut: 'small' | 'large', garment: SimulatedGarment, runs: number, seed: number): number {
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const outcomes = simulateOutcomes(garment, seededRandom(seed + run));
    let feedback = NEW;
    let isNamed = false;
    for (let i = 0; i < 40 && !isNamed; i++) {
      feedback = learnOutcome(feedback, outcomes.next().value);
      isNamed = recogniseCut(feedback, garment.stepCm).cut === cut;
    }
    found += Number(isNamed);
  }
  return found / runs;
}

describe('simulated shoppers, a fifth of whose returns have nothing to do with the size (seeds 1 to 1000)', () => {
  it.each([4, 6, 8])('a garment cut one size of %i cm small is recognised within 40 outcomes', (stepCm) => {
    expect(recognised('small', { offCm: stepCm, stepCm, unrelatedShare: 0.2 }, 200, 1)).toBeGreaterThanOrEqual(0.95);
  }, 60_000);

  it('so is one cut one size large', () => {
    expect(recognised('large', { offCm: -STEP_CM, stepCm: STEP_CM, unrelatedShare: 0.2 }, 200, 1)).toBeGreaterThanOrEqual(0.95);
  });

  it.each([4, 6])('steps of %i cm: a neutral one is named small in at most one of fifty runs (1,000), asked after every outcome', (stepCm) => {
    expect(recognised('small', { offCm: 0, stepCm, unrelatedShare: 0.2 }, 1000, 1)).toBeLessThanOrEqual(0.02);
  }, 60_000);
});

describe('what is learnt', () => {
  it('is nothing at first: the chart is believed, with the doubt that charts deserve', () => {
    const { overall, zones } = believedOffset(NEW);
    expect(overall.meanCm).toBeCloseTo(0, 9);
    expect(overall.sdCm).toBeGreaterThan(0.3);
    expect(overall.sdCm).toBeLessThan(1);
    expect(zones).toEqual({});
  });

  it('is plain JSON that goes on where it was', () => {
    const half = learnAll(many(10, 'too-small'));
    const stored = JSON.parse(JSON.stringify(half)) as Feedback;
    expect(learnAll(many(10, 'kept'), stored)).toEqual(learnAll(many(10, 'kept'), half));
    expect(JSON.stringify(half).length).toBeLessThan(8000);
  });

  it('does not depend on the order', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...many(4, 'too-small'), ...many(4, 'kept'), ...many(3, 'too-large', { zone: 'hip' })], { minLength: 11 }), (shuffled) => {
      const [a, b] = [believedOffset(learnAll(shuffled)), believedOffset(learnAll(shuffled.toSorted((x, y) => (x.shopperKey < y.shopperKey ? -1 : 1))))];
      expect(a.overall.meanCm).toBeCloseTo(b.overall.meanCm, 3);
      expect(a.zones.hip?.meanCm).toBeCloseTo(b.zones.hip?.meanCm ?? NaN, 3);
    }), { numRuns: 15 });
  });

  it('rises with every return as too small and falls with every one as too large', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('kept' as const, 'too-small' as const, 'too-large' as const), { maxLength: 12 }), (results) => {
      const before = learnAll(results.map((result, i) => outcome(`s${i}`, result)));
      const mean = (feedback: Feedback): number => believedOffset(feedback).overall.meanCm;
      expect(mean(learnOutcome(before, outcome('new', 'too-small')))).toBeGreaterThan(mean(before));
      expect(mean(learnOutcome(before, outcome('new', 'too-large')))).toBeLessThan(mean(before));
    }), { numRuns: 30 });
  });

  it('takes a size kept above the advice as a sign of a small cut', () => {
    expect(believedOffset(learnAll(many(12, 'kept', { stepsFromAdvice: 1 }))).overall.meanCm).toBeGreaterThan(1);
  });

  it('trusts a return after a sure advice more', () => {
    const mean = (certainty: SizeOutcome['certainty']): number => believedOffset(learnAll([...many(8, 'kept'), ...many(5, 'too-small', { certainty })])).overall.meanCm;
    expect(mean('high')).toBeGreaterThan(mean('low'));
  });

  it('finds the zone that shoppers name, and leaves the others', () => {
    const { overall, zones } = believedOffset(learnAll([...many(30, 'kept'), ...many(18, 'too-small', { zone: 'hip' })]));
    expect(zones.hip?.meanCm).toBeGreaterThan(overall.meanCm + 0.5);
  });
});

describe('a brand', () => {
  const smallBrand = (garments: number): Feedback['brand'] => {
    let brand = NEW_BRAND;
    for (let g = 0; g < garments; g++) for (let i = 0; i < 25; i++) ({ brand } = learnGarment(brand, g, i));
    return brand;
  };
  const states = new Map<number, Feedback['garment']>();
  function learnGarment(brand: Feedback['brand'], g: number, i: number): Feedback {
    const garment = i === 0 ? NEW_GARMENT : (states.get(g) ?? NEW_GARMENT);
    const learnt = learnOutcome({ garment, brand }, outcome(`g${g}-${i}`, i % 4 === 0 ? 'kept' : 'too-small'));
    states.set(g, learnt.garment);
    return learnt;
  }

  it('whose garments run small lets expect it of a new one, the more garments the more', () => {
    const expected = [1, 3, 6].map((garments) => believedOffset({ garment: NEW_GARMENT, brand: smallBrand(garments) }).overall.meanCm);
    expect(expected[0]).toBeGreaterThan(0);
    expect(expected[1]).toBeGreaterThan(expected[0] ?? NaN);
    expect(expected[2]).toBeGreaterThan(expected[1] ?? NaN);
  });

  it('does not hear the same shopper from garment to garment', () => {
    const first = learnOutcome(NEW, outcome('same', 'too-small'));
    const second = learnOutcome({ garment: NEW_GARMENT, brand: first.brand }, outcome('same', 'too-small'));
    expect(second.brand).toBe(first.brand);
    expect(second.garment.outcomes).toBe(1);
  });

  it('does not tell a garment its own outcomes again', () => {
    const alone = learnAll(many(20, 'too-small'));
    expect(believedOffset(alone).overall.meanCm).toBeCloseTo(believedOffset({ ...alone, brand: NEW_BRAND, garment: { ...alone.garment, told: NEW_GARMENT.told } }).overall.meanCm, 3);
  });
});

describe('poisoning', () => {
  it('one shopper counts once for a garment', () => {
    const once = learnOutcome(NEW, outcome('attacker', 'too-small'));
    const often = learnAll(Array.from({ length: 50 }, () => outcome('attacker', 'too-small')), once);
    expect(often).toBe(once);
  });

  it('a shopper of whom there are many still counts', () => {
    const keys = Array.from({ length: 300 }, (_, i) => `k${i}`);
    const { garment } = learnAll(keys.map((key) => outcome(key, 'kept')));
    expect(garment.outcomes).toBeGreaterThanOrEqual(290);
  });

  it('five liars among forty honest shoppers do not turn the cut', () => {
    const honest = simulateOutcomes({ offCm: 0, stepCm: STEP_CM, unrelatedShare: 0.2 }, seededRandom(7));
    const feedback = learnAll([...Array.from({ length: 40 }, () => honest.next().value), ...many(5, 'too-small')]);
    expect(recogniseCut(feedback, STEP_CM).cut).not.toBe('small');
  });
});

describe('the advice', () => {
  const chart = exampleChart('shirt', { chest: 84 }, { stepCm: STEP_CM });
  const body = exampleBody({ chest: 93 }, 1);

  it('goes one size up for a garment that is cut one size small, and says why', () => {
    const garment = believedOffset(learnAll([...many(24, 'too-small'), ...many(16, 'kept')]));
    expect(adviseSize({ body, chart })).toMatchObject({ status: 'recommended', size: 'M' });
    const advice = adviseSize({ body, chart, garment });
    expect(advice).toMatchObject({ status: 'recommended', size: 'L' });
    expect(advice.zones[0]?.offset?.meanCm).toBeGreaterThan(3);
    expect(advice.zones[0]?.body.meanCm).toBe(93);
  });

  it('is a little less sure of a garment of which nothing is known than of one that many kept', () => {
    const sure = (feedback: Feedback): number => {
      const advice = adviseSize({ body: exampleBody({ chest: 93 }, 2), chart, garment: believedOffset(feedback) });
      return advice.status === 'unavailable' ? 0 : advice.probability;
    };
    expect(sure(NEW)).toBeLessThanOrEqual(sure(learnAll(many(60, 'kept'))));
  });

  it('leaves lengths alone', () => {
    const inseam = exampleChart('trousers', { waist: 64, inseam: 70 });
    const garment = believedOffset(learnAll(many(30, 'too-small')));
    const advice = adviseSize({ body: exampleBody({ waist: 73, inseam: 79 }, 1), chart: inseam, garment });
    expect(advice.zones.find(({ zone }) => zone === 'inseam')?.offset).toEqual({ meanCm: 0, sdCm: 0 });
  });
});
