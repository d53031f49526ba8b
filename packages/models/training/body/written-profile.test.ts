import { describe, expect, it } from 'vitest';
import type { ViewProfile } from '../../src/silhouette/index.ts';
import { readProfile, writeProfile, type WrittenProfile } from './written-profile.ts';

describe('a written profile', () => {
  it('comes back from JSON with its gaps', () => {
    const profile = {
      view: 'front', frameWidthPx: 720, frameHeightPx: 1280, topYPx: 100, bottomYPx: 1200, facing: 'right', joints: {}, quality: {},
      leftPx: Float32Array.of(1.25, NaN), rightPx: Float32Array.of(NaN, 3.5), legs: { crotchYPx: NaN, widthPx: Float32Array.of(NaN, 2) },
    } as unknown as ViewProfile;
    expect(readProfile(JSON.parse(JSON.stringify(writeProfile(profile))) as WrittenProfile)).toEqual(profile);
  });
});
