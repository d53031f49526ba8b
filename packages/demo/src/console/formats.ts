import type { Language } from '../i18n/language.ts';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

const SECOND_MS = 1000;
const STEPS = [['minute', 60 * SECOND_MS], ['hour', 3600 * SECOND_MS], ['day', 86_400 * SECOND_MS]] as const;

export interface Formats {
  /** Such as `1.234` in Vietnamese. */
  readonly number: (value: number) => string;
  /** 0-1 as per cent. */
  readonly share: (value: number) => string;
  /** Three significant digits. */
  readonly amount: (value: number) => string;
  /** A relative change such as 0.23, as `+23%`. */
  readonly change: (value: number) => string;
  /** 0-1 as percentage points, without a unit: `11.5`. */
  readonly points: (value: number) => string;
  /** A day such as `2026-11-30`, UTC. */
  readonly day: (isoDate: string) => string;
  /** The month of a moment, UTC. */
  readonly month: (timeMs: number) => string;
  /** `2 minutes ago`; undefined for less than ten seconds. */
  readonly ago: (timeMs: number, nowMs: number) => string | undefined;
  /** Time of the day, with seconds. */
  readonly clock: (timeMs: number) => string;
  /** Time of the day, without. */
  readonly minute: (timeMs: number) => string;
}

const made = new Map<Language, Formats>();

/** How the console writes numbers and times; made once a language. */
export function formatsOf(language: Language): Formats {
  const formats = made.get(language) ?? createFormats(LOCALES[language]);
  made.set(language, formats);
  return formats;
}

function createFormats(locale: string): Formats {
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const amount = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const change = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const points = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  // In Vietnamese the month's name says no more than its number, and is longer.
  const month = locale === LOCALES.vi ? 'numeric' : 'short';
  const dayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
  const monthFormat = new Intl.DateTimeFormat(locale, { month, year: 'numeric', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const minute = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  return {
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    amount: (value) => amount.format(value),
    change: (value) => change.format(value),
    points: (value) => points.format(100 * value),
    day: (isoDate) => dayFormat.format(Date.parse(isoDate)),
    month: (timeMs) => monthFormat.format(timeMs),
    ago(timeMs, nowMs) {
      const pastMs = Math.max(0, nowMs - timeMs);
      if (pastMs < 10 * SECOND_MS) return undefined;
      const step = STEPS.findLast(([, ms]) => pastMs >= ms);
      return step === undefined ? relative.format(-Math.floor(pastMs / SECOND_MS / 10) * 10, 'second') : relative.format(-Math.floor(pastMs / step[1]), step[0]);
    },
    clock: (timeMs) => clock.format(timeMs),
    minute: (timeMs) => minute.format(timeMs),
  };
}
