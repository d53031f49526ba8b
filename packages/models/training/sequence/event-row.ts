import type { SideInput } from '@vua/models/sequence';
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

export type RowReading = EventRow | Pick<LineProblem, 'reason'> | 'header' | 'other';

/** How a kind of event log is read. */
export interface EventFormat {
  readonly sideInputs: readonly SideInput[];
  /** Whether `timeMs` is a time, so that sessions end after a rest and the time between steps is learned from. */
  readonly hasTimes: boolean;
  /** A reader of lines from 1; `header` and `other` lines are right but tell of no step. */
  readonly openParser: () => (text: string, line: number) => RowReading;
}
