import type { BodyZone } from '../../contracts/index.ts';
import { FLAT, type LogGrid } from './offset-grid.ts';
import { NOBODY, type ShopperFilter } from './shopper-filter.ts';

/** All that is kept of one garment's outcomes. Plain JSON. */
export interface GarmentFeedback {
  readonly version: 1;
  /** Outcomes that counted. */
  readonly outcomes: number;
  /** Evidence of garments kept. */
  readonly kept: LogGrid;
  /** Evidence of returns that named no zone. */
  readonly returned: LogGrid;
  /** Evidence of returns that named a zone, by zone. */
  readonly zones: Readonly<Partial<Record<BodyZone, LogGrid>>>;
  /** What of all this the brand has been told. */
  readonly told: LogGrid;
  readonly shoppers: ShopperFilter;
}

/** All that is kept of one brand: the evidence of all its garments. Plain JSON. */
export interface BrandFeedback {
  readonly version: 1;
  readonly evidence: LogGrid;
  /** Shoppers who counted for the brand: one with twenty garments is still one. */
  readonly shoppers: ShopperFilter;
}

/** A garment and its brand; the shop keeps both and gives both to every outcome of the garment. */
export interface Feedback {
  readonly garment: GarmentFeedback;
  readonly brand: BrandFeedback;
}

export const NEW_GARMENT: GarmentFeedback = { version: 1, outcomes: 0, kept: FLAT, returned: FLAT, zones: {}, told: FLAT, shoppers: NOBODY };

export const NEW_BRAND: BrandFeedback = { version: 1, evidence: FLAT, shoppers: NOBODY };
