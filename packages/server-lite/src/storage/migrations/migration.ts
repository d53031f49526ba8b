/** One step of the schema. Once released it is never changed: a later one corrects it. */
export interface Migration {
  /** Its number and topic, such as `0002-events`. */
  readonly name: string;
  /** Statements that run in one transaction. */
  readonly sqlite: readonly string[];
  readonly postgres: readonly string[];
}
