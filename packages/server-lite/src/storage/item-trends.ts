/** How demand for a shop's items is forecast to change, by what they are made of. Kept by the trends, read by recommendations and prices of used pieces. */
export interface ItemTrends {
  /** Expected relative change over the next 13 weeks, -1 or more, by item id; items of which nothing can be said are left out. */
  changes(tenantId: string): Promise<ReadonlyMap<string, number>>;
}
