import type { GarmentFit, GarmentType, SizeChart } from '../../../contracts/index.ts';
import { GARMENTS } from '../../garments/garment-table.ts';
import { chartFileProblem, type ChartFilePlace, type ChartFileProblem } from './chart-file-problem.ts';
import type { Unit } from './read-measure.ts';

/** What a table need not say of itself. What it does say goes before. */
export interface ChartSettings extends Pick<SizeChart, 'id' | 'stretch' | 'wearer'> {
  /** Without it here and in the file there is no chart. */
  readonly garmentType?: GarmentType;
  /** @default 'regular' */
  readonly fit?: GarmentFit;
  /** Unit of columns that name none. @default 'cm' */
  readonly unit?: Extract<Unit, 'cm' | 'mm' | 'in'>;
  /** Whose measures the columns are that do not say so. @default 'body' */
  readonly measures?: 'body' | 'garment';
}

/** Settings that say what the garment is. */
export type FullSettings = ChartSettings & Required<Pick<ChartSettings, 'garmentType' | 'fit'>>;

/** What each setting may say. */
export const CHART_SETTING_WORDS = {
  garment: Object.keys(GARMENTS) as GarmentType[],
  fit: ['slim', 'regular', 'loose'],
  stretch: ['none', 'some', 'high'],
  wearer: ['adult', 'child'],
  unit: ['cm', 'mm', 'in'],
  measures: ['body', 'garment'],
} as const;

type SettingName = keyof typeof CHART_SETTING_WORDS;

/** One setting as a file or a command line has it. */
export interface WrittenSetting {
  readonly name: string;
  readonly text: string;
  readonly place?: ChartFilePlace;
}

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(CHART_SETTING_WORDS, name);

/** The settings with those written down; a word that a setting does not have is told. */
export function withChartSettings(settings: ChartSettings, written: readonly WrittenSetting[]): { settings: ChartSettings; problems: ChartFileProblem[] } {
  const problems: ChartFileProblem[] = [];
  let known = settings;
  for (const { name, text, place } of written) {
    const word = isSettingName(name) ? CHART_SETTING_WORDS[name].find((each) => each === text.trim().toLowerCase()) : undefined;
    if (word !== undefined) known = { ...known, [name === 'garment' ? 'garmentType' : name]: word };
    else if (isSettingName(name)) problems.push(chartFileProblem('error', 'setting-unknown', place, { name, text, words: CHART_SETTING_WORDS[name].join(', ') }));
  }
  return { settings: known, problems };
}
