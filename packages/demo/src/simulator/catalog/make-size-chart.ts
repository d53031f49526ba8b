import type { Audience, BodyRange, BodyZone, GarmentFit, SizeChart } from '@vua/models/contracts';
import type { MadeGarment } from './garment-lines.ts';

/** Lower end of the smallest size and what each size adds, cm. */
interface Grade {
  readonly firstCm: number;
  readonly stepCm: number;
}

type Zone = Extract<BodyZone, 'chest' | 'waist' | 'hip'>;

/** Steps are those of the demo shop's charts; the middles, those of Vietnamese bodies as the simulator draws them. Our choice. */
const GRADES: Readonly<Record<Audience, Readonly<Record<Zone, Grade>>>> = {
  women: { chest: { firstCm: 74, stepCm: 6 }, waist: { firstCm: 57, stepCm: 6 }, hip: { firstCm: 80, stepCm: 6 } },
  men: { chest: { firstCm: 80, stepCm: 6 }, waist: { firstCm: 66, stepCm: 6 }, hip: { firstCm: 82, stepCm: 5 } },
  unisex: { chest: { firstCm: 74, stepCm: 8 }, waist: { firstCm: 58, stepCm: 8 }, hip: { firstCm: 80, stepCm: 7 } },
};
const LETTERS = ['XS', 'S', 'M', 'L', 'XL', '2XL', '3XL'];
/** Jeans are sold by the waist in inches, in finer steps. */
const JEANS = { labels: ['25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '36', '38'], share: 0.5 };
const LOWER: readonly MadeGarment[] = ['trousers', 'jeans', 'skirt', 'underwear'];
const WHOLE: readonly MadeGarment[] = ['dress', 'swimwear'];

/** Id of the chart that all garments of a kind share. That of a chart's file: `charts/women-dress-slim.json`. */
const sizeChartId = (type: MadeGarment, audience: Audience, fit: GarmentFit): string => `charts-${audience}-${type}-${fit}`;

/** The chart that all garments of this type, audience and cut share. */
export function makeSizeChart(type: MadeGarment, audience: Audience, fit: GarmentFit): SizeChart {
  const { labels, share } = type === 'jeans' ? JEANS : { labels: LETTERS, share: 1 };
  const zones = zonesOf(type);
  const rangeOf = (zone: Zone, row: number): BodyRange => {
    const { firstCm, stepCm } = GRADES[audience][zone];
    return { minCm: firstCm + row * stepCm * share, maxCm: firstCm + (row + 1) * stepCm * share };
  };
  const rows = labels.map((label, row) => ({ label, body: Object.fromEntries(zones.map((zone) => [zone, rangeOf(zone, row)])) }));
  return { id: sizeChartId(type, audience, fit), garmentType: type, fit, rows };
}

function zonesOf(type: MadeGarment): readonly Zone[] {
  if (WHOLE.includes(type)) return ['chest', 'waist', 'hip'];
  return LOWER.includes(type) ? ['waist', 'hip'] : ['chest', 'waist'];
}
