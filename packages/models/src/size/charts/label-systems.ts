import type { BodyRange, BodyZone, SizeRow } from '../../contracts/index.ts';
import { boundariesOf } from './boundaries-of.ts';

/** What the labels of one country's system mean, as ranges of bodies: no label is worked out from another. */
export interface LabelSystem {
  readonly system: keyof NonNullable<SizeRow['systems']>;
  readonly audience: 'women' | 'men';
  readonly source: string;
  /** From the smallest to the largest. */
  readonly labels: readonly Readonly<Pick<SizeRow, 'label' | 'body'>>[];
}

const CM_PER_INCH = 2.54;

/**
 * Published systems, for shoppers who know their size in another country and for merchants without a chart of their own.
 * Shops differ from them and from each other by a size or more: a merchant's own ranges always go before. Where a standard gives single
 * bodies, sizes meet half-way (our choice). Vietnam's TCVN 5782:2009 has no table here: a Vietnamese label means what the shop's chart says.
 */
export const LABEL_SYSTEMS: readonly LabelSystem[] = [
  {
    system: 'eu', audience: 'women', source: 'EN 13402-3, letter codes by bust girth',
    labels: byBounds(['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL'], { chest: [66, 74, 82, 90, 98, 107, 119, 131, 143] }),
  },
  {
    system: 'eu', audience: 'men', source: 'EN 13402-3, letter codes by chest girth',
    labels: byBounds(['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL'], { chest: [70, 78, 86, 94, 102, 110, 118, 129, 141] }),
  },
  {
    system: 'us', audience: 'women', source: 'ASTM D5585-11e1, misses, straight',
    labels: byBodies(['00', '0', '2', '4', '6', '8', '10', '12', '14', '16', '18', '20'], {
      chest: inches(31.125, 31.75, 33, 34.125, 35.25, 36.25, 37.25, 38.75, 40.375, 42.125, 44, 46),
      waist: inches(25.375, 26.125, 26.875, 27.625, 28.5, 29.5, 30.5, 32.25, 34, 36, 38.25, 40.5),
    }),
  },
  {
    system: 'uk', audience: 'women', source: 'BS 3666:1982, as reprinted in size guides; the standard itself was not at hand',
    labels: byBodies(['8', '10', '12', '14', '16', '18', '20', '22'], { chest: [80, 84, 88, 92, 97, 102, 107, 112], hip: [85, 89, 93, 97, 102, 107, 112, 117] }),
  },
  {
    system: 'jp', audience: 'women', source: 'JIS L 4005, body type A',
    labels: byBodies(['3', '5', '7', '9', '11', '13', '15', '17', '19'], { chest: [74, 77, 80, 83, 86, 89, 92, 96, 100], hip: [85, 87, 89, 91, 93, 95, 97, 99, 101] }),
  },
  {
    system: 'kr', audience: 'women', source: 'labels of the Korean standard of 1981, abolished in 1999 and still in use',
    labels: byBodies(['44', '55', '66', '77', '88'], { chest: [82, 85, 88, 91, 94], stature: [150, 155, 160, 165, 170] }),
  },
  {
    system: 'cn', audience: 'women', source: 'GB/T 1335.2-2008, series 5-4, body type A',
    labels: byBodies(['150/76A', '155/80A', '160/84A', '165/88A', '170/92A', '175/96A'], { chest: [76, 80, 84, 88, 92, 96], stature: [150, 155, 160, 165, 170, 175] }),
  },
  {
    system: 'cn', audience: 'men', source: 'GB/T 1335.1-2008, series 5-4, body type A',
    labels: byBodies(['160/80A', '165/84A', '170/88A', '175/92A', '180/96A', '185/100A'], { chest: [80, 84, 88, 92, 96, 100], stature: [160, 165, 170, 175, 180, 185] }),
  },
];

/** The bodies that a label of a system is made for; undefined when the system or the label is not known. */
export function bodyOfLabel(system: LabelSystem['system'], audience: LabelSystem['audience'], label: string): SizeRow['body'] | undefined {
  const same = (text: string): string => text.trim().toUpperCase();
  return LABEL_SYSTEMS.find((each) => each.system === system && each.audience === audience)?.labels.find((each) => same(each.label) === same(label))?.body;
}

function inches(...values: readonly number[]): number[] {
  return values.map((value) => value * CM_PER_INCH);
}

function byBodies(labels: readonly string[], bodies: Readonly<Partial<Record<BodyZone, readonly number[]>>>): LabelSystem['labels'] {
  return byBounds(labels, Object.fromEntries(Object.entries(bodies).map(([zone, values]) => [zone, boundariesOf(values)])));
}

function byBounds(labels: readonly string[], bounds: Readonly<Partial<Record<BodyZone, readonly number[]>>>): LabelSystem['labels'] {
  return labels.map((label, index) => {
    const ranges = Object.entries(bounds).map(([zone, ends]): [string, BodyRange] => [zone, { minCm: tidy(ends[index] ?? 0), maxCm: tidy(ends[index + 1] ?? 0) }]);
    return { label, body: Object.fromEntries(ranges) };
  });
}

function tidy(cm: number): number {
  return Math.round(cm * 10) / 10;
}
