import type { Product, SizeChart } from '@vua/models/contracts';

/** A shop's catalog as a file of it has it: `packages/demo/catalog.json`. */
export interface ShopCatalog {
  readonly products: readonly Product[];
  readonly sizeCharts: readonly SizeChart[];
  /** Pieces by size, by product. */
  readonly stock?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What shoppers feel about an item and the log does not say. */
export interface ItemTraits {
  /** How much it has of each of `STYLES`; length 1. */
  readonly style: readonly number[];
  /** Place in `COLOUR_FAMILIES`. */
  readonly colourFamily: number;
  /** Logarithm of the price over what is usual for the type of garment: an expensive tee and an expensive coat have the same. */
  readonly priceLevel: number;
  /** 0: for the hottest days, 1: for the coldest. */
  readonly warmth: number;
  /** How often it is looked at without season and age; the mean of a catalog is 1. */
  readonly popularity: number;
  /** First day on which it is sold, and the first on which it no longer is; days since 1970, Vietnamese time. */
  readonly appearsDay: number;
  readonly leavesDay: number;
  /** By how much its girths come out larger than the chart promises, cm. Negative: it runs small. */
  readonly runsLargeCm: number;
}

export interface SimulatedItem {
  readonly product: Product;
  readonly chart: SizeChart;
  readonly traits: ItemTraits;
  /** Pieces by size after a delivery. */
  readonly pieces: Readonly<Record<string, number>>;
}
