import { FEATURE_NAMES } from '../../src/body/features.ts';
import type { Sex } from '../../src/body/body-estimate.ts';
import type { ViewReadings } from '../../src/body/read-views.ts';

/** Which rows and features one sight of a person showed: a string of 0 and 1 for each curve, level by level, and one for the features. */
export interface SightRows {
  readonly sex: Sex;
  readonly width: string;
  readonly depth: string;
  readonly back: string;
  readonly front: string;
  readonly features: string;
}

export function sightRows(sex: Sex, { curves, features }: ViewReadings): SightRows {
  const bits = (values: ArrayLike<number>): string => Array.from(values, (value) => (Number.isFinite(value) ? '1' : '0')).join('');
  return {
    sex, width: bits(curves.width), depth: bits(curves.depth), back: bits(curves.back), front: bits(curves.front),
    features: bits(FEATURE_NAMES.map((name) => (features[name] > 0 ? 1 : NaN))),
  };
}
