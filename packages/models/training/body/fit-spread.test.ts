import { expect, it } from 'vitest';
import { fitSpread } from './fit-spread.ts';
import type { FoldOutcome } from './cross-validate.ts';
import type { Person } from './people.ts';

/** A person whose chest was estimated as 100 cm with a standard deviation of 1 %. */
function outcome(truthCm: number): FoldOutcome {
  const person = { measurements: { chest_cm: truthCm } } as unknown as Person;
  const chest = { meanCm: 100, p5Cm: 100 * Math.exp(-0.016449), p95Cm: 100 * Math.exp(0.016449) };
  const seen = { breadth: 1, depth: 1, cuts: { chest: [true, true], waist: [true, true], waistNavel: [true, true], hip: [true, true] } } as const;
  const widths = { chest: [1, 1], waist: [1, 1], waistNavel: [1, 1], hip: [1, 1] } as const;
  return { person, weights: 'full', withMass: false, outcome: { status: 'measured', widths, seen, body: { source: 'camera', profile: { statureCm: 170 }, measurements: { chest } } } };
}

it('widens until nine in ten are inside', () => {
  const wide = Array.from({ length: 99 }, (_, i) => outcome(100 * Math.exp(0.03 * ((i - 49) / 49))));
  const spread = fitSpread(wide).chest;
  // The ninth of ten errors is 2.7 %; the plain interval reaches 1.64 %.
  expect(spread).toBeGreaterThan(1.55);
  expect(spread).toBeLessThan(1.75);
});

it('leaves a measurement without outcomes as it is', () => {
  expect(fitSpread([outcome(100)]).hip).toBe(1);
});
