import type { Prepare } from './prepare.ts';
import type { QueryAnswer, QueryMessage } from './sqlite-messages.ts';

export function runQuery(prepare: Prepare, { sql, parameters }: QueryMessage): QueryAnswer {
  const statement = prepare(sql);
  if (statement.columns().length > 0) return { rows: statement.all(...parameters), changes: undefined };
  return { rows: [], changes: Number(statement.run(...parameters).changes) };
}
