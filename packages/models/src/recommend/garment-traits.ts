import type { Audience, GarmentType } from '../contracts/index.ts';
import type { RecommendableItem } from './catalog.ts';

/** What likeness looks at of a garment, read once and side by side: whole items lie all over the memory of a large shop. */
export interface GarmentTraits {
  readonly itemId: string;
  readonly type: GarmentType;
  readonly audience: Audience;
  /** sRGB, 0xrrggbb. */
  readonly colours: readonly number[];
  readonly currency: string;
  readonly amountMinor: number;
}

export const traitsOf = ({ id, garmentType, audience, colours, price }: RecommendableItem): GarmentTraits => ({
  itemId: id, type: garmentType, audience, colours: colours.map((colour) => parseInt(colour.slice(1), 16)), currency: price.currency, amountMinor: price.amountMinor,
});
