import type { BodyZone, GarmentFit, GarmentStretch, GarmentType } from '../../contracts/index.ts';

/** Finished garment minus body, cm: the least that can be worn, and what is usual for each fit. Negative where the cloth is stretched. */
export type ZoneEase = Readonly<Record<'min' | GarmentFit, number>>;

/** What a garment asks of one zone of the body. */
export interface GarmentZone {
  /** How much the zone matters, relative to the garment's most important one (1). */
  readonly weight: number;
  /** For cloth of the garment's usual stretch. Absent where the garment's own measurement says nothing of the body. */
  readonly ease?: ZoneEase;
}

export interface Garment {
  /** What the garment is usually made of. */
  readonly stretch: GarmentStretch;
  /** A zone that is not listed does not matter: a chart may speak of it, the advice passes over it. */
  readonly zones: Readonly<Partial<Record<BodyZone, GarmentZone>>>;
}

const at = (weight: number, min: number, slim: number, regular: number, loose: number): GarmentZone => ({ weight, ease: { min, slim, regular, loose } });

const withoutEase = (weight: number): GarmentZone => ({ weight });

// Hems end a little above the floor; a leg that is shorter still can be worn.
const LEG = { min: -8, slim: -2, regular: -2, loose: -2 };

/**
 * Every type of garment.
 *
 * Weights: the order of zones follows the primary and secondary dimensions by garment of EN 13402-2 and ISO 8559-2; the numbers are our choice.
 *
 * Ease: chest of shirts, jackets and coats, hips of dresses, skirts and trousers are, to a centimetre, the middles of the ranges "fitted", "semi-fitted"
 * and "loose-fitting" in the ease chart of McCall's, Butterick and Vogue Patterns, as it is usually reprinted (the catalogues were not at hand).
 * Chest of knits: "close", "standard" and "loose" of the Craft Yarn Council (1-2, 2-4, 4-6 inches). Least ease of bust, waist, hip and thigh of woven
 * clothes: S. Robinson, costume construction, chapter 16 (bust 3.8-5, waist 1.3-2.5, hip 3.8-7, thigh 2.5 cm).
 * Everything else, and all of T-shirts, jeans, underwear, swimwear and bras, is our choice.
 */
export const GARMENTS: Readonly<Record<GarmentType, Garment>> = {
  shirt: {
    stretch: 'none',
    zones: {
      chest: at(1, 4, 9, 12, 17), shoulderBreadth: at(0.4, 0, 2, 4, 10), neck: at(0.35, 1, 1.5, 2, 3), waist: at(0.35, 4, 10, 16, 24), waistNavel: at(0.3, 4, 8, 13, 21),
      hip: at(0.2, 4, 6, 9, 16), armLength: at(0.15, -2, 2, 2, 3), upperArm: at(0.15, 3, 6, 9, 13), stature: withoutEase(0.15),
    },
  },
  tee: {
    stretch: 'some',
    zones: {
      chest: at(1, 0, 2, 8, 15), shoulderBreadth: at(0.35, 0, 2, 4, 10), waist: at(0.25, 0, 6, 14, 24), waistNavel: at(0.25, 0, 4, 11, 21),
      hip: at(0.15, 0, 2, 7, 14), upperArm: at(0.1, 1, 3, 7, 13), stature: withoutEase(0.15),
    },
  },
  knit: {
    stretch: 'some',
    zones: {
      chest: at(1, 0, 4, 8, 13), shoulderBreadth: at(0.3, 0, 2, 4, 9), waist: at(0.25, 0, 4, 12, 18), waistNavel: at(0.25, 0, 2, 9, 16),
      hip: at(0.2, 0, 2, 7, 13), armLength: at(0.2, -2, 2, 2, 3), upperArm: at(0.15, 1, 3, 6, 11), stature: withoutEase(0.15),
    },
  },
  jacket: {
    stretch: 'none',
    zones: {
      chest: at(1, 6, 10, 13, 20), shoulderBreadth: at(0.5, 1, 3, 5, 9), waist: at(0.35, 6, 10, 16, 24), waistNavel: at(0.3, 6, 9, 14, 22),
      hip: at(0.25, 5, 8, 11, 18), armLength: at(0.2, -2, 1, 1, 2), upperArm: at(0.2, 6, 8, 11, 15), stature: withoutEase(0.25),
    },
  },
  coat: {
    stretch: 'none',
    zones: {
      chest: at(1, 9, 15, 19, 26), shoulderBreadth: at(0.45, 2, 4, 6, 10), waist: at(0.3, 8, 14, 20, 30), waistNavel: at(0.3, 8, 13, 18, 28),
      hip: at(0.3, 7, 11, 16, 24), armLength: at(0.2, 0, 4, 4, 5), upperArm: at(0.2, 8, 10, 13, 17), stature: withoutEase(0.25),
    },
  },
  dress: {
    stretch: 'none',
    zones: {
      chest: at(1, 4, 5, 8, 14), waist: at(0.9, 2, 3, 5, 12), waistNavel: at(0.6, 2, 4, 7, 14), hip: at(0.7, 4, 6, 9, 13),
      shoulderBreadth: at(0.25, 0, 1, 2, 5), upperArm: at(0.1, 2, 4, 6, 10), stature: withoutEase(0.25),
    },
  },
  trousers: {
    stretch: 'none',
    zones: {
      waist: at(1, 1, 1.5, 2.5, 4), waistNavel: at(1, 1, 1.5, 2.5, 4), hip: at(0.9, 4, 6, 9, 13), thigh: at(0.4, 2.5, 5, 9, 15),
      inseam: { weight: 0.25, ease: LEG }, stature: withoutEase(0.2),
    },
  },
  jeans: {
    stretch: 'some',
    zones: {
      waist: at(1, 0, 0, 1, 3), waistNavel: at(1, 0, 0, 1, 3), hip: at(0.9, 0, 2, 5, 10), thigh: at(0.5, 0, 3, 7, 13),
      inseam: { weight: 0.4, ease: LEG }, stature: withoutEase(0.2),
    },
  },
  skirt: {
    stretch: 'none',
    zones: { waist: at(1, 1, 1.5, 2, 3), waistNavel: at(0.8, 1, 1.5, 2, 3), hip: at(0.8, 4, 6, 9, 13), stature: withoutEase(0.15) },
  },
  underwear: {
    stretch: 'high',
    zones: {
      hip: at(1, -16, -12, -10, -6), waist: at(0.9, -14, -10, -8, -4), waistNavel: at(0.8, -14, -10, -8, -4), chest: at(0.8, -14, -10, -8, -2),
      thigh: at(0.15, -8, -4, -2, 2), stature: withoutEase(0.1),
    },
  },
  swimwear: {
    stretch: 'high',
    zones: {
      hip: at(1, -14, -12, -10, -6), chest: at(0.9, -14, -12, -10, -6), waist: at(0.8, -14, -12, -10, -4), waistNavel: at(0.7, -14, -12, -10, -4),
      underbust: at(0.3, -12, -10, -8, -6), stature: withoutEase(0.2),
    },
  },
  bra: {
    stretch: 'high',
    zones: { underbust: at(1, -18, -14, -12, -10), bustDifference: withoutEase(0.9), chest: withoutEase(0.9) },
  },
};
