import { type Locale, type ScanTexts, texts } from '../../../scan/index.ts';
import type { DialogTexts } from './dialog-texts.ts';
import { DIALOG_TEXTS_EN } from './dialog-texts-en.ts';
import { DIALOG_TEXTS_VI } from './dialog-texts-vi.ts';

/** Everything the dialog says, with the numbers written as the language does. */
export interface Words {
  readonly locale: Locale;
  readonly dialog: DialogTexts;
  readonly scan: ScanTexts;
  /** Whole centimetres. */
  readonly cm: (value: number) => string;
  /** Centimetres with at most one decimal, for differences. */
  readonly fineCm: (value: number) => string;
  readonly percent: (share: number) => string;
  /** "chest, waist, and hip". */
  readonly listOf: (names: readonly string[]) => string;
  /** "3 weeks ago". */
  readonly daysAgo: (days: number) => string;
}

// Number formats are slow to make, and a scan shows something new many times a second.
const made = new Map<Locale, Words>();

export function wordsOf(locale: Locale): Words {
  const words = made.get(locale) ?? makeWords(locale);
  made.set(locale, words);
  return words;
}

function makeWords(locale: Locale): Words {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'negative' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const fine = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'negative' });
  const list = new Intl.ListFormat(locale);
  return {
    locale,
    dialog: locale === 'vi' ? DIALOG_TEXTS_VI : DIALOG_TEXTS_EN,
    scan: texts(locale),
    cm: (value) => whole.format(value),
    fineCm: (value) => fine.format(value),
    // Without a space in both languages, as shops write it. Nothing about a body is certain.
    percent: (share) => (share > 0.995 ? '>99%' : share < 0.005 ? '<1%' : `${whole.format(share * 100)}%`),
    listOf: (names) => list.format(names),
    daysAgo: (days) => (days < 14 ? ago.format(-days, 'day') : days < 60 ? ago.format(-Math.floor(days / 7), 'week') : ago.format(-Math.floor(days / 30), 'month')),
  };
}

/** Puts values in the place of `{name}`. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
