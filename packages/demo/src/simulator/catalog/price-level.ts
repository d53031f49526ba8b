import { garmentLine } from './garment-lines.ts';
import type { SimulatedItem } from './simulated-item.ts';

/** Logarithm of the price over what is usual for the type of garment: an expensive tee and an expensive coat have the same. */
export const priceLevel = ({ product: { garmentType, price } }: Pick<SimulatedItem, 'product'>): number => Math.log(price.amountMinor / garmentLine(garmentType).medianMinor);
