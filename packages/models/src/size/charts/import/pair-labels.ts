import type { BodyZone, GarmentType } from '../../../contracts/index.ts';
import { GARMENTS } from '../../garments/garment-table.ts';

export type PairLabel = Readonly<Partial<Record<BodyZone, string>>>;

const WAIST_AND_LEG = /^w ?(\d{2,3}) ?[-x×/]? ?l ?(\d{2,3})$|^(\d{2,3}) ?[x×] ?(\d{2,3})$/i;
const BAND_AND_CUP = /^(\d{2,3}) ?([a-z]{1,4})$/i;
const WITH_HEIGHT = /^(.+?)[ /-]+(petite|short|regular|long|tall)$/i;

/**
 * The parts of labels that are pairs: `W32 L30`, `32x30`, `75B`, `M petite`; undefined unless every label is one and some part stands for several sizes.
 * `zones`: what the chart has ranges for; a part without a range of its own is no axis.
 */
export function readPairLabels(labels: readonly string[], garmentType: GarmentType, zones: readonly BodyZone[]): readonly PairLabel[] | undefined {
  const pairs = labels.map((label) => readPair(label, garmentType, zones));
  if (!pairs.every((pair) => pair !== undefined)) return undefined;
  const axes = [...new Set(pairs.flatMap((pair) => Object.keys(pair) as BodyZone[]))];
  const isShared = axes.every((axis) => zones.includes(axis)) && axes.some((axis) => new Set(pairs.map((pair) => pair[axis])).size < labels.length);
  return isShared ? pairs : undefined;
}

function readPair(label: string, garmentType: GarmentType, zones: readonly BodyZone[]): PairLabel | undefined {
  const leg = garmentType === 'trousers' || garmentType === 'jeans' ? WAIST_AND_LEG.exec(label) : null;
  if (leg) return { [zones.includes('waist') ? 'waist' : 'waistNavel']: leg[1] ?? leg[3], inseam: leg[2] ?? leg[4] };
  const cup = garmentType === 'bra' ? BAND_AND_CUP.exec(label) : null;
  if (cup) return { underbust: cup[1], [zones.includes('bustDifference') ? 'bustDifference' : 'chest']: cup[2]?.toUpperCase() };
  const height = WITH_HEIGHT.exec(label);
  const [main] = [...zones].filter((zone) => zone !== 'stature' && zone !== 'inseam')
    .toSorted((a, b) => (GARMENTS[garmentType].zones[b]?.weight ?? 0) - (GARMENTS[garmentType].zones[a]?.weight ?? 0));
  return height && main ? { [main]: height[1], [zones.includes('stature') ? 'stature' : 'inseam']: height[2]?.toLowerCase() } : undefined;
}
