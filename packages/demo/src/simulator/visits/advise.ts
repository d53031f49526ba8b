import type { EventData, SizeChart } from '@vua/models/contracts';
import { normal, weightedIndex } from '../random/draws.ts';
import type { Random } from '../random/seeded-random.ts';
import { bestSize } from '../shoppers/fit-of.ts';
import type { SimulatedBody } from '../shoppers/draw-body.ts';

export type Advice = Omit<EventData['size_advice'], 'itemId' | 'size'> & { readonly size: string };

const METHODS = ['camera', 'photos', 'answers'] as const;
/** Who measured before is mostly known again. */
const KEPT = 0.7;
/** How far the answer is off, all girths alike, cm. */
const SPREAD_CM = { camera: 1.2, photos: 1.3, answers: 2.2, kept: 1.3 } as const;
/** Where the next size would be advised to somebody by so much wider or narrower, it is between the two. */
const BORDER_CM = 0.8;

/** What the size finder says: from a body read with an error, and the chart alone; that a garment runs small it does not know. */
export function advise(chart: SizeChart, body: SimulatedBody, wasHere: boolean, random: Random): Advice {
  const method = wasHere && random() < KEPT ? 'kept' : METHODS[weightedIndex(random, [4, 1, 5])] ?? 'answers';
  const errorCm = SPREAD_CM[method] * normal(random);
  const sizeAt = (moreCm: number): string => bestSize(chart, body, -errorCm - moreCm).label;
  const size = sizeAt(0);
  const isAlone = (marginCm: number): boolean => sizeAt(marginCm) === size && sizeAt(-marginCm) === size;
  if (!isAlone(BORDER_CM)) return { status: 'between', size, certainty: 'low', method };
  return { status: 'recommended', size, certainty: isAlone(2 * BORDER_CM) ? 'high' : 'medium', method };
}
