export interface RecommendationDatabaseTables {
  readonly recommendation_rules: RecommendationRulesRow;
}

/** What a shop decides itself. */
export interface RecommendationRulesRow {
  readonly tenant_id: string;
  /** JSON of the pins and exclusions. */
  readonly rules: string;
}
