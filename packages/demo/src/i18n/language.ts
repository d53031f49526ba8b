export type Language = 'vi' | 'en';

const STORAGE_KEY = 'cham.language';

/** What keeps the choice: `localStorage`, which a browser may refuse. */
export type LanguageStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The shopper's choice: from the address (`?lang=en`), else kept from before, else Vietnamese. */
export function readLanguage(search: string, storage: LanguageStorage | undefined): Language {
  const asked = new URLSearchParams(search).get('lang') ?? storage?.getItem(STORAGE_KEY);
  return asked === 'en' ? 'en' : 'vi';
}

export function keepLanguage(language: Language, storage: LanguageStorage | undefined): void {
  storage?.setItem(STORAGE_KEY, language);
}

/** The page's storage, or undefined where the browser refuses it. */
export function openLanguageStorage(): LanguageStorage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
