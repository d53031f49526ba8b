const sheets = new Map<string, CSSStyleSheet>();

/** One for all elements of the page; constructed, not written into it: a strict policy for styles allows that. */
export function sharedSheet(styles: string): CSSStyleSheet {
  const known = sheets.get(styles);
  if (known !== undefined) return known;
  const made = new CSSStyleSheet();
  made.replaceSync(styles);
  sheets.set(styles, made);
  return made;
}
