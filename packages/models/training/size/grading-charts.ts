import type { BodyZone, GarmentType, SizeChart } from '../../src/contracts/index.ts';

/** A garment whose charts are made with any grading and at any place. */
export interface GradedGarment {
  readonly name: string;
  readonly garmentType: GarmentType;
  /** Where the first size begins at each zone, for each cut; the first zone is the one by which a shopper would read the table. */
  readonly cutsCm: readonly Readonly<Partial<Record<BodyZone, number>>>[];
}

/**
 * Shirts are charted by the chest, trousers by the waist and by waist and hip, dresses by chest, waist and hip. The two cuts have the differences between zones of women's and
 * of men's letter sizes in EN 13402-3; everybody is advised on both, so that bodies unlike the cut are there too.
 * Charts begin and end beyond every body: what is counted is borders, not ends.
 */
export const GRADED_GARMENTS: readonly GradedGarment[] = [
  { name: 'shirts', garmentType: 'shirt', cutsCm: [{ chest: 56 }] },
  { name: 'trousers-by-waist', garmentType: 'trousers', cutsCm: [{ waist: 41 }] },
  { name: 'trousers', garmentType: 'trousers', cutsCm: [{ waist: 41, hip: 64 }, { waist: 41, hip: 57 }] },
  { name: 'dresses', garmentType: 'dress', cutsCm: [{ chest: 56, waist: 39, hip: 62 }, { chest: 56, waist: 44, hip: 60 }] },
];

export const GRADINGS_CM = [6, 4] as const;

const SPAN_CM = 120;

/** Every cut, moved by every whole centimetre of a step: each body comes to lie at every distance from a border. */
export function gradedCharts({ name, garmentType, cutsCm }: GradedGarment, gradingCm: number): SizeChart[] {
  return cutsCm.flatMap((cut, index) => Array.from({ length: gradingCm }, (_, movedCm): SizeChart => ({
    id: `${name}-${index + 1}-${gradingCm}-${movedCm}`, garmentType, fit: 'regular',
    rows: Array.from({ length: SPAN_CM / gradingCm }, (__, row) => ({ label: String(row + 1), body: rangesOf(cut, movedCm + row * gradingCm, gradingCm) })),
  })));
}

function rangesOf(cut: Readonly<Partial<Record<BodyZone, number>>>, fromCm: number, gradingCm: number): SizeChart['rows'][number]['body'] {
  return Object.fromEntries(Object.entries(cut).map(([zone, startCm]) => [zone, { minCm: startCm + fromCm, maxCm: startCm + fromCm + gradingCm }]));
}
