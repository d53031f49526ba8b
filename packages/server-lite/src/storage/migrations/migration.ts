/** One step of the schema. Once released it is never changed: a later one corrects it. */
export interface Migration {
  /** Its number and topic, such as `0002-events`. */
  readonly name: string;
  /** Statements that run in one transaction. One that is a function runs for each table of events: a month has its own, and no migration knows their names. */
  readonly sqlite: readonly (string | ((eventTable: string) => string))[];
  readonly postgres: readonly string[];
}
