import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyEstimate } from '../body/index.ts';
import { type SizeAdvice, adviseSize } from './index.ts';
import { exampleBody, exampleChart } from './testing/example-charts.ts';

const dress = exampleChart('dress', { chest: 84, waist: 64, hip: 88 });
const means = fc.record({ chest: fc.double({ min: 86, max: 106, noNaN: true }), waist: fc.double({ min: 62, max: 90, noNaN: true }), hip: fc.double({ min: 86, max: 112, noNaN: true }) });
const sd = fc.double({ min: 0.1, max: 5, noNaN: true });
const fitPreference = fc.constantFrom('close' as const, 'regular' as const, 'loose' as const);

const chanceOf = (advice: SizeAdvice, size: string): number => advice.probabilities.find((one) => one.size === size)?.probability ?? NaN;
const stated = (advice: SizeAdvice): number => (advice.status === 'unavailable' ? 0 : advice.probability);
const STEPS = ['low', 'medium', 'high'];

/** Of both sexes, of which nobody said which; each half as likely. */
function untold(female: BodyEstimate, male: BodyEstimate, weight: number): BodyEstimate {
  const half = exampleBody({}, 0);
  const measurements = Object.fromEntries(Object.entries(female.measurements).map(([name, one]) => {
    const other = male.measurements[name as 'chest'] ?? one;
    return [name, { meanCm: weight * one.meanCm + (1 - weight) * other.meanCm, p5Cm: Math.min(one.p5Cm, other.p5Cm), p95Cm: Math.max(one.p95Cm, other.p95Cm) }];
  }));
  return { ...half, source: 'answers', measurements, sexes: [{ sex: 'female', weight, measurements: female.measurements }, { sex: 'male', weight: 1 - weight, measurements: male.measurements }] };
}

describe('the stated chance', () => {
  it('is the chance that the advised size fits at every zone: never more than at any single one', () => {
    fc.assert(fc.property(means, sd, fitPreference, (meansCm, sdCm, preference) => {
      const advice = adviseSize({ body: exampleBody(meansCm, sdCm), chart: dress, fitPreference: preference });
      fc.pre(advice.status === 'recommended');
      expect(advice.probability).toBe(chanceOf(advice, advice.size));
      expect(advice.zones).toHaveLength(3);
      for (const { fits } of advice.zones) expect(advice.probability).toBeLessThanOrEqual(fits[0]?.probability ?? 0);
    }), { numRuns: 80 });
  });

  it('of two sizes is at least that of each and at most that of both together', () => {
    fc.assert(fc.property(means, sd, fitPreference, (meansCm, sdCm, preference) => {
      const advice = adviseSize({ body: exampleBody(meansCm, sdCm), chart: dress, fitPreference: preference });
      fc.pre(advice.status === 'between');
      const [one, other] = [chanceOf(advice, advice.smaller), chanceOf(advice, advice.larger)];
      expect(advice.probability).toBeGreaterThanOrEqual(Math.max(one, other));
      expect(advice.probability).toBeLessThanOrEqual(one + other + 1e-9);
      expect(advice.certainty).not.toBe('high');
    }), { numRuns: 80 });
  });

  it('does not rise when the chart asks for one zone more', () => {
    fc.assert(fc.property(means, sd, (meansCm, sdCm) => {
      const [fewer, more] = [{ chest: 84, waist: 64 }, { chest: 84, waist: 64, hip: 88 }].map((first) => adviseSize({ body: exampleBody(meansCm, sdCm), chart: exampleChart('dress', first) }));
      for (const { size } of more?.probabilities ?? []) expect(chanceOf(more as SizeAdvice, size)).toBeLessThanOrEqual(chanceOf(fewer as SizeAdvice, size) + 0.02);
    }), { numRuns: 60 });
  });

  it('falls as the body leaves the size at one zone, and with it what is said of it', () => {
    const advices = [0, 1, 2, 3, 4, 5].map((offCm) => adviseSize({ body: exampleBody({ chest: 93, waist: 73, hip: 95 - offCm }, 1), chart: dress }));
    expect(advices.every((advice) => advice.status === 'recommended' && advice.size === 'M')).toBe(true);
    advices.forEach((advice, at) => expect(stated(advice)).toBeLessThanOrEqual(at === 0 ? 1 : stated(advices[at - 1] as SizeAdvice)));
    const steps = advices.map((advice) => (advice.status === 'recommended' ? STEPS.indexOf(advice.certainty) : -1));
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
    expect(steps.at(-1)).toBe(0);
  });

  it('is low for a body like no size of the chart, however well it is known', () => {
    const advice = adviseSize({ body: exampleBody({ chest: 93, waist: 73, hip: 106 }, 0.3), chart: dress });
    expect(stated(advice)).toBeLessThan(0.05);
    expect(advice).toMatchObject({ certainty: 'low' });
    expect(advice.probabilities.every(({ probability }) => probability < 0.05)).toBe(true);
  });

  it('counts up to a centimetre outside of the range as fitting, as the words do', () => {
    for (const [waist, chance, verdict] of [[76.9, 1, 'good'], [77.1, 0, 'tight']] as const) {
      const { zones } = adviseSize({ body: exampleBody({ chest: 93, waist, hip: 97 }, 0), chart: dress });
      expect(zones.find(({ zone }) => zone === 'waist')?.fits).toMatchObject([{ size: 'M', probability: chance, verdict }]);
    }
  });
});

describe('a body of which the sex was not told', () => {
  const woman = exampleBody({ chest: 93, waist: 72, hip: 97 }, 1.2);
  const man = exampleBody({ chest: 93, waist: 75, hip: 89 }, 1.2);

  it('is less sure than the surer sex, by the weight of each', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), (weight) => {
      const [either, female, male] = [untold(woman, man, weight), woman, man].map((body) => chanceOf(adviseSize({ body, chart: dress }), 'M'));
      expect(either).toBeLessThan(female as number);
      expect(Math.abs((either as number) - weight * (female as number) - (1 - weight) * (male as number))).toBeLessThan(0.06);
    }), { numRuns: 40 });
  });

  it('names the sex among what would make it surer, with the zone that differs most', () => {
    const { surer } = adviseSize({ body: untold(woman, man, 0.6), chart: dress });
    expect(surer.find(({ by }) => by === 'sex')).toMatchObject({ zone: 'hip' });
  });

  it('asks nothing where both sexes have the same sure answer', () => {
    const same = exampleBody({ chest: 93, waist: 73, hip: 97 }, 0.5);
    expect(adviseSize({ body: untold(same, same, 0.5), chart: dress })).toMatchObject({ status: 'recommended', size: 'M', certainty: 'high', surer: [] });
  });
});
