import type { TrendAccuracyReport, TrendAnswer, TrendCall, TrendLine, TrendSourceReport, TrendWeeks } from '@vua/models/contracts';
import type { Panel } from '../panel.ts';
import type { AttributesById } from './tag-names.ts';

export const CALLS = ['rising', 'falling', 'flat', 'uncertain'] as const satisfies readonly TrendCall[];
export const HORIZONS_WEEKS = [13, 26, 52] as const;
export type HorizonWeeks = (typeof HORIZONS_WEEKS)[number];

export interface TrendLists {
  /** Of the fit; 0 before the first. */
  readonly modelVersion: number;
  readonly lines: Readonly<Record<TrendCall, readonly TrendLine[]>>;
}

/** All that the server tells of one tag. */
export interface TagReading {
  readonly answer: TrendAnswer;
  /** Undefined for a tag that nobody has seen. */
  readonly weeks: TrendWeeks | undefined;
}

export interface ChosenTag {
  readonly tag: string;
  readonly reading: Panel<TagReading>;
  /** Monday of the week that is pointed at; undefined: the last one seen. */
  readonly week?: string;
}

export interface TrendsState {
  readonly lists: Panel<TrendLists>;
  /** Undefined until one is chosen: the first with tags. */
  readonly listed: TrendCall | undefined;
  readonly chosen: ChosenTag | undefined;
  readonly horizonWeeks: HorizonWeeks;
  readonly accuracy: Panel<TrendAccuracyReport>;
  readonly collectors: Panel<readonly TrendSourceReport[]>;
  /** Empty until they were read; then tags are shown as they are written. */
  readonly attributes: AttributesById;
}

export const OPENING_TRENDS: TrendsState = {
  lists: { status: 'loading' }, listed: undefined, chosen: undefined, horizonWeeks: 13, accuracy: { status: 'loading' }, collectors: { status: 'loading' }, attributes: new Map(),
};
