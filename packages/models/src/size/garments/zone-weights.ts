import type { BodyZone, GarmentType, SizeChart } from '../../contracts/index.ts';
import { GARMENTS } from './garment-table.ts';

/** Every zone, in the order in which zones are sampled and listed. */
export const ZONE_ORDER: readonly BodyZone[] = [
  'chest', 'waist', 'waistNavel', 'hip', 'neck', 'shoulderBreadth', 'upperArm', 'thigh', 'inseam', 'armLength', 'underbust', 'bustDifference', 'stature',
];

/** Zones from this weight on name a garment's size; the others only tip the balance. */
const MAIN_WEIGHT = 0.7;

/** How much a zone matters for the garment of a chart; undefined when it does not. Children's sizes are chosen by stature first. */
export function zoneWeight({ garmentType, wearer }: Pick<SizeChart, 'garmentType' | 'wearer'>, zone: BodyZone): number | undefined {
  return wearer === 'child' && zone === 'stature' ? 1 : GARMENTS[garmentType].zones[zone]?.weight;
}

export const isMainZone = (chart: Pick<SizeChart, 'garmentType' | 'wearer'>, zone: BodyZone): boolean => (zoneWeight(chart, zone) ?? 0) >= MAIN_WEIGHT;

export const isGarmentType = (value: unknown): value is GarmentType => typeof value === 'string' && Object.hasOwn(GARMENTS, value);
