import { cell, matrix } from '../linear-algebra.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../measurement-name.ts';
import type { Gaussian } from '../mix-gaussians.ts';
import { coefficientsOf, type Observation } from './observation.ts';

/**
 * Body shape in a few choices. Each compares the shopper with people of the same sex whose other answers (height, weight, age)
 * are the same; about a quarter of them should choose the first word, half the second, a quarter the third.
 */
export const BODY_CUES = {
  /** Shoulders against hips. */
  shoulders: ['narrow', 'average', 'broad'],
  /** Belly against hips. */
  tummy: ['flat', 'average', 'round'],
  /** Chest or bust against the waist. */
  bust: ['small', 'average', 'full'],
  /** Legs against stature. */
  legs: ['short', 'average', 'long'],
} as const;

export type BodyCueName = keyof typeof BODY_CUES;

/** Absent = not said. */
export type BodyCues = { readonly [Name in BodyCueName]?: (typeof BODY_CUES)[Name][number] };

/** What each cue compares, as weights of log(measurement / S). */
const CUE_WEIGHTS: Readonly<Record<BodyCueName, Readonly<Partial<Record<MeasurementName, number>>>>> = {
  shoulders: { shoulderBreadth: 1, hip: -1 },
  tummy: { waistNavel: 1, hip: -1 },
  bust: { chest: 1, waistNavel: -1 },
  legs: { inseam: 1 },
};

/**
 * How much people misjudge themselves, as a share of how much people of the same answers differ. Our choice, no study behind it: with 1,
 * 62 % of people choose the word that is true of them, 37 % the one beside it and 1 % the opposite (`eval:questionnaire` prints it).
 */
export const CUE_MISJUDGEMENT = 1;

/** Upper quartile of the standard normal, and the mean beyond it. */
const QUARTILE = 0.6744898;
const BEYOND_QUARTILE = 1.2711063;

/** Mean and variance of a standard normal trait of those who choose the middle or the last word. */
function chosen(option: 'middle' | 'last'): { mean: number; variance: number } {
  // Share of the perceived trait's variance that is true.
  const trust = 1 / (1 + CUE_MISJUDGEMENT ** 2);
  const perceived = option === 'last' ? 1 + QUARTILE * BEYOND_QUARTILE - BEYOND_QUARTILE ** 2 : 1 - QUARTILE * BEYOND_QUARTILE;
  return { mean: option === 'last' ? Math.sqrt(trust) * BEYOND_QUARTILE : 0, variance: 1 - trust + trust * perceived };
}

/** Gaussian observation of a standard normal trait that leaves it with the mean and variance of those who chose the word. */
function siteOf(option: 'middle' | 'last'): { value: number; variance: number } {
  const { mean, variance } = chosen(option);
  const noise = 1 / (1 / variance - 1);
  return { value: mean * (1 + noise), variance: noise };
}

const SITES = { middle: siteOf('middle'), last: siteOf('last') };

/** The cues as observations. @param reference people with the same answers: whom the shopper compares themself with */
export function cueObservations(cues: BodyCues, reference: Gaussian): Observation[] {
  return (Object.keys(BODY_CUES) as BodyCueName[]).flatMap((name): Observation[] => {
    const option = BODY_CUES[name].findIndex((word) => word === cues[name]);
    return option < 0 ? [] : [cueObservation(name, option - 1, reference)];
  });
}

function cueObservation(name: BodyCueName, step: number, reference: Gaussian): Observation {
  const { mean, sd } = cueReference(name, reference);
  const site = SITES[step === 0 ? 'middle' : 'last'];
  return { coefficients: coefficientsOf(CUE_WEIGHTS[name]), value: mean + sd * step * site.value, sd: sd * Math.sqrt(site.variance) };
}

/** How a cue's comparison is distributed among people. */
export function cueReference(name: BodyCueName, { mean, covariance }: Gaussian): { mean: number; sd: number } {
  const c = coefficientsOf(CUE_WEIGHTS[name]);
  const products = matrix(c.length, c.length, (i, j) => (c[i] as number) * (c[j] as number) * cell(covariance, i, j));
  return { mean: c.reduce((sum, weight, i) => sum + weight * (mean[i] as number), 0), sd: Math.sqrt(products.data.reduce((sum, value) => sum + value, 0)) };
}

/** The cue's comparison of one body; NaN when a measurement of it is missing. @param logShares log(measurement / S) by name */
export function cueValue(name: BodyCueName, logShares: Readonly<Partial<Record<MeasurementName, number>>>): number {
  return MEASUREMENT_NAMES.reduce((sum, each) => sum + (CUE_WEIGHTS[name][each] === undefined ? 0 : CUE_WEIGHTS[name][each] * (logShares[each] ?? NaN)), 0);
}
