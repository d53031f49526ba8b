import type { MeasureOutcome } from '../../../src/body/index.ts';
import type { EvaluatedPerson } from '../evaluated-person.ts';

const WIDTHS = { chest: [30, 20], waist: [26, 19], waistNavel: [28, 20], hip: [34, 22] } as const;

const SEEN = { breadth: 1, depth: 1, cuts: { chest: [true, true], waist: [true, true], waistNavel: [true, true], hip: [true, true] } } as const;

/** A body of which the chest is known. */
export function chestOutcome(meanCm: number, halfCm = 2): MeasureOutcome {
  const chest = { meanCm, p5Cm: meanCm - halfCm, p95Cm: meanCm + halfCm };
  return { status: 'measured', body: { source: 'camera', profile: { statureCm: 170 }, measurements: { chest } }, widths: WIDTHS, seen: SEEN };
}

export const REFUSED: MeasureOutcome = { status: 'refused', view: 'side', reason: 'not-side-on' };

/** Somebody whose chest was measured `errorCm` off the truth of 100 cm, in both passes. */
export function chestPerson(id: string, errorCm: number, rest: Partial<EvaluatedPerson> = {}): EvaluatedPerson {
  return { id, statureOnly: chestOutcome(100 + errorCm), withMass: chestOutcome(100 + errorCm / 2), truth: { chest_cm: 100 }, ...rest };
}
