import type { BodyZone } from '@vua/models/contracts';
import { normal } from '../random/draws.ts';
import type { Random } from '../random/seeded-random.ts';

export type Sex = 'female' | 'male';

/** Girths and lengths, cm. Zones that nothing is drawn for are absent. */
export type SimulatedBody = Readonly<Partial<Record<BodyZone, number>>>;

/** Mean at the mean build, what a step of build adds, and the spread that is left; cm. */
type Girth = readonly [meanCm: number, slopeCm: number, spreadCm: number];

interface Population {
  readonly statureCm: number;
  readonly statureSpreadCm: number;
  /** Median kg/m2, and the spread of its logarithm. */
  readonly massIndex: number;
  readonly massIndexSpread: number;
  readonly girths: Readonly<Record<'chest' | 'waist' | 'hip' | 'thigh', Girth>>;
  /** From the natural waist to that at the navel. */
  readonly navelCm: number;
}

/**
 * Young adults of Vietnam, roughly: statures near those of NCD-RisC (2020) for 19-year-olds, girths a plausible line over build (the root of mass by stature,
 * to which a girth is proportional where shape stays the same). Made up for a simulation; no source for measurements.
 */
const POPULATIONS: Readonly<Record<Sex, Population>> = {
  female: { statureCm: 157, statureSpreadCm: 5.4, massIndex: 21.2, massIndexSpread: 0.13, girths: { chest: [85, 14, 2.6], waist: [70, 16, 3.2], hip: [91, 13, 2.6], thigh: [53, 9, 1.8] }, navelCm: 5 },
  male: { statureCm: 168, statureSpreadCm: 6, massIndex: 22.4, massIndexSpread: 0.14, girths: { chest: [91, 14, 2.8], waist: [78, 17, 3.3], hip: [93, 11, 2.4], thigh: [53, 8, 1.8] }, navelCm: 3 },
};
const INSEAM_SHARE = 0.455;
const INSEAM_SPREAD_CM = 1.8;
/** So that nobody is wider than the widest chart by far. */
const MOST_SPREADS = 3;

export function drawBody(sex: Sex, random: Random): SimulatedBody {
  const { statureCm, statureSpreadCm, massIndex, massIndexSpread, girths, navelCm } = POPULATIONS[sex];
  const spread = (): number => Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, normal(random)));
  const stature = statureCm + statureSpreadCm * spread();
  const build = buildOf(massIndex * Math.exp(massIndexSpread * spread()), stature) - buildOf(massIndex, statureCm);
  const girth = ([meanCm, slopeCm, spreadCm]: Girth): number => meanCm + slopeCm * build + spreadCm * spread();
  const waist = girth(girths.waist);
  return {
    stature, chest: girth(girths.chest), waist, waistNavel: waist + navelCm + spread(), hip: girth(girths.hip), thigh: girth(girths.thigh),
    inseam: INSEAM_SHARE * stature + INSEAM_SPREAD_CM * spread(),
  };
}

/** Root of kilograms by metre. */
const buildOf = (massIndex: number, statureCm: number): number => Math.sqrt((massIndex * statureCm) / 100);
