import type { SimulatedItem } from '../catalog/simulated-item.ts';
import type { Sex } from './draw-body.ts';

/** Whether somebody looks at an item for themselves. */
export const wears = (sex: Sex, { product }: Pick<SimulatedItem, 'product'>): boolean => product.audience === 'unisex' || (product.audience === 'women') === (sex === 'female');
