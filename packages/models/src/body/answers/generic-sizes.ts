import type { Sex } from '../body-estimate.ts';
import type { UsualSize } from './usual-size.ts';

export const LETTER_SIZES = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL'] as const;
export type LetterSize = (typeof LETTER_SIZES)[number];

/** Limits between the letter sizes, cm: after EN 13402-3 for chest and bust, its tables of chest, waist and hip for the others. */
const LIMITS: Readonly<Record<Sex, Readonly<Record<'chest' | 'waist', readonly number[]>> & { readonly hip?: readonly number[] }>> = {
  female: {
    chest: [66, 74, 82, 90, 98, 107, 119, 131],
    waist: [50, 58, 66, 74, 82, 91, 103, 115],
    hip: [74, 82, 90, 98, 106, 114.5, 124.5, 134.5],
  },
  male: { chest: [70, 78, 86, 94, 102, 110, 118, 129], waist: [58, 66, 74, 82, 90, 98, 106, 119] },
};

/** Bodies that a letter size is made for, where no brand and no chart is named. */
export function genericSize(sex: Sex, letter: LetterSize): UsualSize {
  const at = LETTER_SIZES.indexOf(letter);
  return Object.fromEntries(Object.entries(LIMITS[sex]).map(([zone, limits]) => [zone, { minCm: limits[at], maxCm: limits[at + 1] }]));
}
