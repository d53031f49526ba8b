import type { Language } from '../../i18n/language.ts';
import { type Formats, formatsOf } from '../formats.ts';
import { CONSOLE_TEXTS, type ConsoleTexts, TREND_TEXTS, type TrendTexts } from '../texts/console-texts.ts';
import { type AttributesById, createTagNames, type TagNames } from './tag-names.ts';

/** How a language tells of trends. */
export interface TrendWords {
  readonly shared: ConsoleTexts;
  readonly texts: TrendTexts;
  readonly formats: Formats;
  readonly names: TagNames;
}

export const trendWordsOf = (language: Language, attributes: AttributesById): TrendWords => ({
  shared: CONSOLE_TEXTS[language], texts: TREND_TEXTS[language], formats: formatsOf(language), names: createTagNames(attributes, language, TREND_TEXTS[language].kinds),
});

interface Range {
  readonly low: number;
  readonly high: number;
}

export const changeRange = ({ texts, formats }: TrendWords, { low, high }: Range): string => texts.range(formats.change(low), formats.change(high));

export const amountRange = ({ texts, formats }: TrendWords, { low, high }: Range): string => texts.range(formats.amount(low), formats.amount(high));
