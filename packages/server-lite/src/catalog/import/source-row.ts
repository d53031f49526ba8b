/** What a row of a catalog file may say; the names of columns and elements are in {@link FIELD_NAMES}. */
export type ItemField =
  | 'id' | 'group' | 'title' | 'titleVi' | 'titleEn' | 'description' | 'descriptionVi' | 'descriptionEn' | 'material' | 'materialVi' | 'materialEn'
  | 'garmentType' | 'category' | 'audience' | 'condition' | 'price' | 'salePrice' | 'salePeriod' | 'size' | 'quantity' | 'availability' | 'sizeChart' | 'colours';

export interface SourceCell {
  /** Trimmed, not empty. */
  readonly text: string;
  /** Name of the column or element, as the file has it. */
  readonly column: string;
}

/** One row of a CSV file or one item of a feed: an item in one size. */
export interface SourceRow {
  /** From 1; where the row begins. */
  readonly line: number;
  /** Empty cells are absent. */
  readonly cells: Readonly<Partial<Record<ItemField, SourceCell>>>;
  /** Why the row could not be read at all. */
  readonly broken?: string;
}

const FIELD_NAMES: Readonly<Record<ItemField, readonly string[]>> = {
  id: ['id'],
  group: ['item_group_id'],
  title: ['title'],
  titleVi: ['title_vi'],
  titleEn: ['title_en'],
  description: ['description', 'summary'],
  descriptionVi: ['description_vi'],
  descriptionEn: ['description_en'],
  material: ['material'],
  materialVi: ['material_vi'],
  materialEn: ['material_en'],
  garmentType: ['garment_type'],
  category: ['google_product_category'],
  audience: ['audience', 'gender'],
  condition: ['condition'],
  price: ['price'],
  salePrice: ['sale_price'],
  salePeriod: ['sale_price_effective_date'],
  size: ['size'],
  quantity: ['quantity'],
  availability: ['availability'],
  sizeChart: ['size_chart'],
  colours: ['colours', 'colors', 'colour', 'color'],
};

const FIELDS = new Map(Object.entries(FIELD_NAMES).flatMap(([field, names]) => names.map((name) => [name, field as ItemField] as const)));

/** The field that a column or an element of this name holds: `sale_price`, `Sale price`, `sale-price`. */
export const fieldOf = (name: string): ItemField | undefined => FIELDS.get(name.trim().toLowerCase().replaceAll(/[\s-]+/g, '_'));
