import type { SideInput, SideNames, StepWindow } from '@vua/models/sequence';

/** What was read of a log. */
export interface SequenceLog {
  /** Item ids; an item's number is its place here. */
  readonly vocabulary: readonly string[];
  /** One for each user or session, in the order of their first line; steps oldest first. */
  readonly sequences: readonly StepWindow[];
  readonly sideInputs: readonly SideInput[];
  /** By side input: what values from 1 on stand for, where they were numbered as they came. */
  readonly sideNames: SideNames;
  /** UTC milliseconds of the first and the last event; absent where the log knows no times. */
  readonly range?: { readonly firstMs: number; readonly lastMs: number };
  /** Lines left out, with the reason. */
  readonly problems: readonly LineProblem[];
}

export interface LineProblem {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** A log, or why there is none: too many wrong lines, or nothing to learn from. */
export type LogReading =
  | { readonly status: 'read'; readonly log: SequenceLog }
  | { readonly status: 'refused'; readonly reason: string; readonly problems: readonly LineProblem[] };

/** Wrong lines that are left out before a file is refused. */
export const SKIP_LIMIT = 100;
