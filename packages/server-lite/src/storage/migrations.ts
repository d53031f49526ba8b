/** SQL that takes the schema from version n to n + 1. Only ever appended to. */
export const MIGRATIONS: readonly string[] = [
  // 0 -> 1: the catalog. `details` holds what is only ever read whole, as JSON.
  `CREATE TABLE size_chart (
     id TEXT PRIMARY KEY,
     details TEXT NOT NULL CHECK (json_valid(details))
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE product (
     id TEXT PRIMARY KEY,
     position INTEGER NOT NULL,
     price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
     currency TEXT NOT NULL,
     size_chart_id TEXT NOT NULL REFERENCES size_chart (id),
     details TEXT NOT NULL CHECK (json_valid(details))
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX product_position ON product (position)`,
];
