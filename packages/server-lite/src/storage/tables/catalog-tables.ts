export interface CatalogTables {
  readonly catalog_size_chart: CatalogSizeChartRow;
  readonly catalog_item: CatalogItemRow;
  readonly catalog_stock: CatalogStockRow;
  readonly catalog_sale: CatalogSaleRow;
}

export interface CatalogSizeChartRow {
  readonly tenant_id: string;
  readonly id: string;
  /** JSON of the whole chart. */
  readonly details: string;
}

export interface CatalogItemRow {
  readonly tenant_id: string;
  readonly id: string;
  /** Place in the shop's list, from 0. */
  readonly position: number;
  /** The price when no sale holds. */
  readonly price_minor: number;
  readonly currency: string;
  readonly size_chart_id: string;
  /** JSON of the other fields of a product. */
  readonly details: string;
  /** UTC milliseconds since when it is no longer sold. */
  readonly withdrawn_ms: number | null;
}

export interface CatalogStockRow {
  readonly tenant_id: string;
  readonly item_id: string;
  readonly size_label: string;
  /** Pieces in stock; null: there are some, nobody counts them. */
  readonly quantity: number | null;
}

/** In the currency of the item. */
export interface CatalogSaleRow {
  readonly tenant_id: string;
  readonly item_id: string;
  /** UTC milliseconds. */
  readonly starts_ms: number;
  /** UTC milliseconds, exclusive. */
  readonly ends_ms: number;
  readonly price_minor: number;
}
