const ESCAPED = '\u001B';

/**
 * A string as a database can hold it. PostgreSQL takes no null character, and neither database a lone surrogate;
 * such a string is kept as JSON, which escapes both, behind an escape character. Equal strings stay equal, different ones different.
 */
export function storedString(text: string): string {
  const isPlain = text.isWellFormed() && !text.includes('\0') && !text.startsWith(ESCAPED);
  return isPlain ? text : ESCAPED + JSON.stringify(text);
}

/** What {@link storedString} was given. */
export function givenString(stored: string): string {
  return stored.startsWith(ESCAPED) ? String(JSON.parse(stored.slice(1))) : stored;
}
