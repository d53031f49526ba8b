import type { Language } from '../../i18n/language.ts';
import { CONSOLE_TEXTS_EN } from './console-texts-en.ts';
import { CONSOLE_TEXTS_VI, type ConsoleTexts } from './console-texts-vi.ts';
import { TREND_TEXTS_EN } from './trend-texts-en.ts';
import { TREND_TEXTS_VI, type TrendTexts } from './trend-texts-vi.ts';

export type { ConsoleTexts } from './console-texts-vi.ts';
export type { TrendTexts } from './trend-texts-vi.ts';

export const CONSOLE_TEXTS: Readonly<Record<Language, ConsoleTexts>> = { vi: CONSOLE_TEXTS_VI, en: CONSOLE_TEXTS_EN };

export const TREND_TEXTS: Readonly<Record<Language, TrendTexts>> = { vi: TREND_TEXTS_VI, en: TREND_TEXTS_EN };
