import type { ViewProfile } from '../../src/silhouette/index.ts';

/** A `ViewProfile` as JSON carries it: plain arrays, null where a number is missing. */
export interface WrittenProfile extends Omit<ViewProfile, 'leftPx' | 'rightPx' | 'legs'> {
  readonly leftPx: readonly (number | null)[];
  readonly rightPx: readonly (number | null)[];
  readonly legs: { readonly crotchYPx: number | null; readonly widthPx: readonly (number | null)[] };
}

/** Hundredths of a pixel are finer than any edge is known. */
const written = (value: number): number | null => (Number.isFinite(value) ? Math.round(value * 100) / 100 : null);
const read = (value: number | null): number => value ?? NaN;

export function writeProfile(profile: ViewProfile): WrittenProfile {
  return {
    ...profile,
    leftPx: Array.from(profile.leftPx, written),
    rightPx: Array.from(profile.rightPx, written),
    legs: { crotchYPx: written(profile.legs.crotchYPx), widthPx: Array.from(profile.legs.widthPx, written) },
  };
}

export function readProfile(profile: WrittenProfile): ViewProfile {
  return {
    ...profile,
    leftPx: Float32Array.from(profile.leftPx, read),
    rightPx: Float32Array.from(profile.rightPx, read),
    legs: { crotchYPx: read(profile.legs.crotchYPx), widthPx: Float32Array.from(profile.legs.widthPx, read) },
  };
}
