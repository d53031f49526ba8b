import type { BodyZone, GarmentType } from '../contracts/index.ts';

/**
 * How much each zone matters for a type of garment, relative to its most important one (1).
 * A zone that is not listed does not matter: a chart may speak of it, the advice passes over it.
 * Order of zones after pattern-making practice (ISO 8559-2:2017: primary and secondary dimensions by garment).
 */
export const ZONE_WEIGHTS: Readonly<Record<GarmentType, Readonly<Partial<Record<BodyZone, number>>>>> = {
  shirt: { chest: 1, shoulderBreadth: 0.4, neck: 0.35, waist: 0.35, waistNavel: 0.3, hip: 0.2, armLength: 0.15, upperArm: 0.15 },
  tee: { chest: 1, shoulderBreadth: 0.35, waist: 0.25, waistNavel: 0.25, hip: 0.15, upperArm: 0.1 },
  jacket: { chest: 1, shoulderBreadth: 0.5, waist: 0.35, waistNavel: 0.3, hip: 0.25, armLength: 0.2, upperArm: 0.2 },
  dress: { chest: 1, waist: 0.9, waistNavel: 0.6, hip: 0.7, shoulderBreadth: 0.25 },
  trousers: { waist: 1, waistNavel: 1, hip: 0.9, thigh: 0.4, inseam: 0.25 },
  skirt: { waist: 1, waistNavel: 0.8, hip: 0.8 },
};

/** Every zone, in the order in which zones are sampled and listed. */
export const ZONE_ORDER: readonly BodyZone[] = [
  'chest', 'waist', 'waistNavel', 'hip', 'neck', 'shoulderBreadth', 'upperArm', 'thigh', 'inseam', 'armLength',
];

/** Zones from this weight on name a garment's size; the others only tip the balance. */
const MAIN_WEIGHT = 0.7;

export const isMainZone = (garmentType: GarmentType, zone: BodyZone): boolean => (ZONE_WEIGHTS[garmentType][zone] ?? 0) >= MAIN_WEIGHT;
