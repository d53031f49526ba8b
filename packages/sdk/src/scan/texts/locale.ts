export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The first supported language of a list of tags such as `navigator.languages`; `vi` when none is. */
export function pickLocale(tags: readonly string[]): Locale {
  for (const tag of tags) {
    const match = LOCALES.find((locale) => tag.toLowerCase().split('-')[0] === locale);
    if (match) return match;
  }
  return 'vi';
}
