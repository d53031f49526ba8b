import type { SizeChart } from '../contracts/index.ts';
import { type AdviserOptions, createAdviser } from './create-adviser.ts';
import type { GarmentOffset } from './garment-offset.ts';
import type { SizeAdvice } from './size-advice.ts';

export interface SizeQuestion extends AdviserOptions {
  readonly chart: SizeChart;
  /** What returns have told of how the garment is cut. Absent: as the chart says. */
  readonly garment?: GarmentOffset;
}

/** Which size of one chart fits the body; for many charts, `createAdviser`. */
export function adviseSize({ chart, garment, ...options }: SizeQuestion): SizeAdvice {
  return createAdviser(options).advise(chart, garment);
}
