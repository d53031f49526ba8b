import type { BodyZone } from '../../contracts/index.ts';

/**
 * What each zone is called in ISO 8559-1, and in EN 13402-1 for labels. `waistNavel` and `bustDifference` have no name of their own there:
 * the first is the waist girth taken at the navel, the second the difference that EN 13402-3 calls cup size.
 * For women the standards say bust girth where they say chest girth for men.
 */
export const ISO_8559_NAMES: Readonly<Record<BodyZone, string>> = {
  chest: 'bust girth', waist: 'waist girth', waistNavel: 'waist girth at navel', hip: 'hip girth', neck: 'neck girth', shoulderBreadth: 'shoulder width',
  upperArm: 'upper-arm girth', thigh: 'thigh girth', inseam: 'inside leg length', armLength: 'arm length', underbust: 'underbust girth',
  bustDifference: 'bust difference', stature: 'stature',
};
