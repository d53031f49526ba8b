import { sql, type RawBuilder } from 'kysely';

/** Whether a text column holds this text somewhere; capital letters count or not, as the database does it. */
export function containsText(column: string, text: string): RawBuilder<boolean> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return sql<boolean>`${sql.ref(column)} LIKE ${pattern} ESCAPE '\\'`;
}
