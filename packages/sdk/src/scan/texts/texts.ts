import type { Locale } from './locale.ts';
import type { ScanTexts } from './scan-texts.ts';
import { SCAN_TEXTS_EN } from './scan-texts-en.ts';
import { SCAN_TEXTS_VI } from './scan-texts-vi.ts';

const TEXTS: Readonly<Record<Locale, ScanTexts>> = { vi: SCAN_TEXTS_VI, en: SCAN_TEXTS_EN };

/** Everything a scan says in `locale`. */
export const texts = (locale: Locale): ScanTexts => TEXTS[locale];
