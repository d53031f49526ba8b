export interface StatisticsTables {
  readonly measurement_count: MeasurementCountRow;
}

/** How many bodies fell into one cell. No time and no id: nothing here tells which counts were raised together. */
export interface MeasurementCountRow {
  readonly tenant_id: string;
  readonly audience: string;
  readonly zone: string;
  /** `rounded`, or epsilon and bins of randomized response, such as `2/8`. */
  readonly design: string;
  /** Whole centimetres, or the number of the bin. */
  readonly cell: number;
  /** Not in reports yet: they change only by many bodies at once. */
  readonly pending: number;
  readonly published: number;
}
