import type { BodyRange, BodyZone, SizeChart } from '../../contracts/index.ts';

/** Where human bodies lie, in cm: adults from very small to very large, and children from birth on. Our choice, wider than any chart needs. */
const PLAUSIBLE_CM: Readonly<Record<BodyZone, readonly [childMin: number, adultMin: number, max: number]>> = {
  chest: [36, 60, 200], waist: [36, 48, 200], waistNavel: [36, 48, 200], hip: [36, 62, 220], neck: [18, 24, 70], shoulderBreadth: [16, 24, 70],
  upperArm: [11, 16, 70], thigh: [20, 32, 110], inseam: [14, 50, 110], armLength: [16, 38, 90], underbust: [36, 52, 170], bustDifference: [0, 0, 50],
  stature: [40, 120, 230],
};

/** The unit in which a column was written although it says centimetres. */
export type UnitReading = 'inches' | 'millimetres' | 'metres';

const CM_PER_UNIT: Readonly<Record<UnitReading, number>> = { inches: 2.54, millimetres: 0.1, metres: 100 };

export function plausibleRange(zone: BodyZone, wearer: SizeChart['wearer']): BodyRange {
  const [childMin, adultMin, maxCm] = PLAUSIBLE_CM[zone];
  return { minCm: wearer === 'child' ? childMin : adultMin, maxCm };
}

/** True when every range of a column lies outside of what bodies are: the first and the last alone may be left open towards 0 or 300. */
export function isUnitDoubtful(zone: BodyZone, ranges: readonly BodyRange[], wearer?: SizeChart['wearer']): boolean {
  const { minCm, maxCm } = plausibleRange(zone, wearer);
  return ranges.every((range) => range.maxCm <= minCm) || ranges.every((range) => range.minCm >= maxCm);
}

/** The unit in which at least nine in ten of these values are plausible; undefined when there is none. */
export function readUnit(zone: BodyZone, values: readonly number[], wearer?: SizeChart['wearer']): UnitReading | undefined {
  const { minCm, maxCm } = plausibleRange(zone, wearer);
  const units: readonly UnitReading[] = ['inches', 'millimetres', 'metres'];
  return units.find((unit) => {
    const inside = values.filter((value) => value * CM_PER_UNIT[unit] >= minCm && value * CM_PER_UNIT[unit] <= maxCm);
    return values.length > 0 && inside.length >= 0.9 * values.length;
  });
}
