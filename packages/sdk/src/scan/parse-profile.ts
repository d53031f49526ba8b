/** Bounds of what is accepted, both included. */
export const PROFILE_LIMITS = {
  statureCm: { min: 120, max: 220 },
  massKg: { min: 25, max: 250 },
  ageYears: { min: 12, max: 110 },
} as const;

export type StatureProblem = 'stature-missing' | 'stature-not-a-number' | 'stature-out-of-range';
export type MassProblem = 'mass-not-a-number' | 'mass-out-of-range';
export type AgeProblem = 'age-not-a-number' | 'age-out-of-range';

export type Parsed<T, P> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.45359237;

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const FEET = new RegExp(String.raw`^${NUMBER}\s*(?:'|′|’|ft|feet|foot)\s*(?:${NUMBER}\s*(?:"|″|”|''|in|inch|inches)?)?$`, 'i');
const INCHES = new RegExp(String.raw`^${NUMBER}\s*(?:"|″|”|in|inch|inches)$`, 'i');
const METRIC = new RegExp(String.raw`^${NUMBER}\s*(cm|m)?$`, 'i');
const METRES_AND_CM = /^([12])\s*m\s*(\d{1,2})$/i;
const MASS = new RegExp(String.raw`^${NUMBER}\s*(kg|kgs|kilo|lb|lbs|pounds?)?$`, 'i');
const AGE = /^\d{1,3}$/;

/**
 * Stature in centimetres (120-220) from what a shopper writes: `170`, `170 cm`, `1,70 m`, `1m70`, `5'7"`, `5 ft 7 in`, `67 in`.
 * A bare number is centimetres, or metres below 3.
 */
export function parseStature(text: string): Parsed<number, StatureProblem> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, problem: 'stature-missing' };
  const readCm = readStatureCm(trimmed);
  if (readCm === undefined) return { ok: false, problem: 'stature-not-a-number' };
  // 2.2 m x 100 is 220.00000000000003 cm.
  const statureCm = Math.round(readCm * 100) / 100;
  return within(statureCm, PROFILE_LIMITS.statureCm) ? { ok: true, value: statureCm } : { ok: false, problem: 'stature-out-of-range' };
}

/** Stature in centimetres from feet and inches in separate fields. */
export function parseFeetAndInches(feet: string, inches: string): Parsed<number, StatureProblem> {
  if (feet.trim() === '' && inches.trim() === '') return { ok: false, problem: 'stature-missing' };
  return parseStature(`${feet.trim() || '0'} ft ${inches.trim() || '0'} in`);
}

/** Weight in kilograms (25-250), undefined when left empty: `58`, `58,5 kg`, `128 lb`. A bare number is in `unit`. */
export function parseMass(text: string, unit: 'kg' | 'lb' = 'kg'): Parsed<number | undefined, MassProblem> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: undefined };
  const match = MASS.exec(trimmed);
  if (!match) return { ok: false, problem: 'mass-not-a-number' };
  const isPounds = !(match[2]?.toLowerCase() ?? unit).startsWith('k');
  const massKg = decimal(match[1]) * (isPounds ? KG_PER_POUND : 1);
  return within(massKg, PROFILE_LIMITS.massKg) ? { ok: true, value: massKg } : { ok: false, problem: 'mass-out-of-range' };
}

/** Age in whole years (12-110), undefined when left empty. */
export function parseAge(text: string): Parsed<number | undefined, AgeProblem> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: undefined };
  if (!AGE.test(trimmed)) return { ok: false, problem: 'age-not-a-number' };
  return within(Number(trimmed), PROFILE_LIMITS.ageYears) ? { ok: true, value: Number(trimmed) } : { ok: false, problem: 'age-out-of-range' };
}

function readStatureCm(text: string): number | undefined {
  const metresAndCm = METRES_AND_CM.exec(text);
  if (metresAndCm) return Number(metresAndCm[1]) * 100 + Number((metresAndCm[2] ?? '').padEnd(2, '0'));
  const feet = FEET.exec(text);
  if (feet) return (decimal(feet[1]) * 12 + decimal(feet[2])) * CM_PER_INCH;
  const inches = INCHES.exec(text);
  if (inches) return decimal(inches[1]) * CM_PER_INCH;
  const metric = METRIC.exec(text);
  if (!metric) return undefined;
  const value = decimal(metric[1]);
  const isMetres = metric[2]?.toLowerCase() === 'm' || (metric[2] === undefined && value < 3);
  return isMetres ? value * 100 : value;
}

const decimal = (digits: string | undefined): number => Number((digits ?? '0').replace(',', '.'));

const within = (value: number, { min, max }: { min: number; max: number }): boolean => value >= min && value <= max;
