import { types } from 'pg';

type TypeParser = (text: string) => unknown;

// Values read as SQLite gives them: 8-byte integers and exact sums as numbers (nothing here passes 2^53), JSON as its text.
const PARSERS: ReadonlyMap<number, TypeParser> = new Map<number, TypeParser>([
  [types.builtins.INT8, Number],
  [types.builtins.NUMERIC, Number],
  [types.builtins.JSON, String],
  [types.builtins.JSONB, String],
]);

// Its type lists the built-in types only; a database has others too.
const defaultParser = types.getTypeParser.bind(types) as (oid: number, format: 'text' | 'binary') => TypeParser;

/** Parsers of one pool; those of other users of `pg` in the process stay as they are. */
export const POSTGRES_TYPES = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text'): TypeParser => (format === 'text' ? PARSERS.get(oid) : undefined) ?? defaultParser(oid, format),
};
