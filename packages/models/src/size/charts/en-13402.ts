import type { BodyRange } from '../../contracts/index.ts';

/** Bust less underbust, cm, from which each cup of EN 13402-3 begins; each is 2 cm wide. The standard counts the upper end in, our ranges the lower one. */
const CUPS_FROM_CM: Readonly<Record<string, number>> = { AA: 10, A: 12, B: 14, C: 16, D: 18, E: 20, F: 22, G: 24, H: 26 };

const CUP_WIDTH_CM = 2;
const BAND_STEP_CM = 5;

/** Range of the bust difference of a cup letter; undefined for letters that the standard does not have, such as DD. */
export function cupRange(cup: string): BodyRange | undefined {
  const letter = cup.trim().toUpperCase();
  const fromCm = Object.hasOwn(CUPS_FROM_CM, letter) ? CUPS_FROM_CM[letter] : undefined;
  return fromCm === undefined ? undefined : { minCm: fromCm, maxCm: fromCm + CUP_WIDTH_CM };
}

/** Range of the underbust girth of a band such as 75: nearest multiple of 5 cm, 60 to 140; undefined for other numbers. */
export function bandRange(band: string): BodyRange | undefined {
  const cm = Number(band);
  const isBand = Number.isInteger(cm / BAND_STEP_CM) && cm >= 60 && cm <= 140;
  return isBand ? { minCm: cm - BAND_STEP_CM / 2, maxCm: cm + BAND_STEP_CM / 2 } : undefined;
}
