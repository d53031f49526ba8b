import { dot } from '../catalog/looks.ts';
import type { SimulatedItem } from '../catalog/simulated-item.ts';
import type { Taste } from './shopper.ts';

const STYLE_WEIGHT = 2;
const COLOUR_WEIGHT = 0.5;
const PRICE_WEIGHT = 1.2;
/** Without it the mean over shoppers and items would be above 0. */
const MEAN = 0.4;

/** How much an item is liked, without season and popularity: some -3 to 3, and 0 for what is indifferent. */
export function liking(taste: Taste, { traits }: Pick<SimulatedItem, 'traits'>): number {
  const colour = taste.colours[traits.colourFamily] ?? 0;
  return STYLE_WEIGHT * dot(taste.style, traits.style) + COLOUR_WEIGHT * colour - PRICE_WEIGHT * Math.abs(traits.priceLevel - taste.priceLevel) - MEAN;
}
