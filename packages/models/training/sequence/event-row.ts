import type { SideInput, SideNames } from '@vua/models/sequence';
import type { LineProblem } from './sequence-log.ts';

/** One line of an event log. */
export interface EventRow {
  /** Session, or the person where the log has no sessions. */
  readonly key: string;
  /** UTC milliseconds, or any number that grows in the order of steps. */
  readonly timeMs: number;
  readonly item: string;
  /** Values of the log's side inputs, in their order. */
  readonly sides: readonly number[];
}

/** The steps that a line tells of: none for a header or an event about no item. Or what is wrong with it. */
export type RowReading = readonly EventRow[] | Pick<LineProblem, 'reason'>;

/** How a kind of event log is read. */
export interface EventFormat {
  readonly sideInputs: readonly SideInput[];
  /** Whether `timeMs` is a time, so that the time between steps is learned from. */
  readonly hasTimes: boolean;
  /** Whether a sequence ends where nothing happened for half an hour. */
  readonly cutsAtRest: boolean;
  readonly openParser: () => RowParser;
}

export interface RowParser {
  /** Reads a line; lines are numbered from 1. */
  readonly parse: (text: string, line: number) => RowReading;
  /** By side input: what values from 1 on stand for, where they were numbered as they came. */
  readonly names: () => SideNames;
}
