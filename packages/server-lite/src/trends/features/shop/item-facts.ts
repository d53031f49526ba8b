/** What a catalog tells of an item, in words. */
export interface ItemFacts {
  readonly id: string;
  /** Names and materials in every language there is, and what else describes it. */
  readonly texts: readonly string[];
  readonly garmentType: string;
  /** Names of the colours it is sold in. */
  readonly colours: readonly string[];
}
