import type { BodyRange, BodyZone, GarmentStretch, SizeChart } from '../../contracts/index.ts';
import { boundariesOf } from '../charts/boundaries-of.ts';
import { GARMENTS, type ZoneEase } from './garment-table.ts';

const STRETCH_STEPS: Readonly<Record<GarmentStretch, number>> = { none: 0, some: 1, high: 2 };

// Part of the garment's girth that each step of stretch gives beyond what is usual for the garment. Our choice.
const GIVE_PER_STEP = 0.04;

const LENGTHS: readonly BodyZone[] = ['shoulderBreadth', 'inseam', 'armLength', 'stature', 'bustDifference'];

type Cut = Pick<SizeChart, 'garmentType' | 'fit' | 'stretch'>;

/** Ease of a garment of this cut at a zone where it measures `garmentCm`; undefined where its measure says nothing of the body. */
export function easeAt({ garmentType, stretch }: Cut, zone: BodyZone, garmentCm: number): ZoneEase | undefined {
  const garment = GARMENTS[garmentType];
  const ease = garment.zones[zone]?.ease;
  if (!ease) return undefined;
  const steps = LENGTHS.includes(zone) ? 0 : STRETCH_STEPS[stretch ?? garment.stretch] - STRETCH_STEPS[garment.stretch];
  const give = steps * GIVE_PER_STEP * garmentCm;
  return { min: ease.min - give, slim: ease.slim - give, regular: ease.regular - give, loose: ease.loose - give };
}

/**
 * The bodies that garments of these measures fit, from the smallest to the largest: the usual ease of the fit off each gives its body,
 * and sizes meet half-way, yet no size reaches a body on which it would have less than the least ease. One range for each different measure, in rising order.
 */
export function bodyFromGarment(cut: Cut, zone: BodyZone, garmentCms: readonly number[]): ReadonlyMap<number, BodyRange> | undefined {
  const rising = [...new Set(garmentCms)].toSorted((a, b) => a - b);
  const cuts = rising.flatMap((garmentCm) => easeAt(cut, zone, garmentCm) ?? []);
  if (cuts.length < rising.length || rising.length < 2) return undefined;
  const bodies = rising.map((garmentCm, index) => garmentCm - (cuts[index]?.[cut.fit] ?? 0));
  const ends = boundariesOf(bodies);
  const highest = rising.map((garmentCm, index) => Math.min(ends[index + 1] ?? 0, garmentCm - (cuts[index]?.min ?? 0)));
  return new Map(rising.map((garmentCm, index) => [garmentCm, { minCm: round(index === 0 ? (ends[0] ?? 0) : (highest[index - 1] ?? 0)), maxCm: round(highest[index] ?? 0) }]));
}

const round = (cm: number): number => Math.max(0, Math.round(cm * 100) / 100);
