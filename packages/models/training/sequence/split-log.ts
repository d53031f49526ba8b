import { type StepWindow, cutWindow } from '@vua/models/sequence';
import { EVENT_SIDE } from './row-targets.ts';

/** A question with a known answer: what came after `history`? */
export interface SequenceCase {
  readonly history: StepWindow;
  /** Item number; -1 for an item that is not in the vocabulary. */
  readonly target: number;
  /** Type of the event that came next, where the log has types. */
  readonly event?: number;
}

/** Questions about what the shopper had not seen yet. Where lists leave out what was seen, no other can be answered, and who ranked its target among unseen items would win it for nothing. */
export const unseenTargets = (cases: readonly SequenceCase[]): readonly SequenceCase[] => cases.filter(({ history, target }) => !history.items.includes(target));

/** Parts of a log that never mix: learned from, chosen on, reported on. */
export interface LogSplit {
  readonly train: readonly StepWindow[];
  readonly validation: readonly SequenceCase[];
  readonly test: readonly SequenceCase[];
}

/** How a log is split; `all` holds back no test: it lies in another file. */
export const SPLITS = ['leave-one-out', 'last-days', 'all'] as const;
export type SplitName = (typeof SPLITS)[number];

/** The share of the last sessions that is held back, for the test and again for validation. */
const HELD_BACK = 0.1;
/** More questions would say little more, and fill the memory: then every second, third, ... is asked. */
const MOST_QUESTIONS = 200_000;
/** Fewer steps are only learned from. */
const LEAST_STEPS = 3;

export function splitLog(sequences: readonly StepWindow[], split: SplitName): LogSplit {
  switch (split) {
    case 'leave-one-out': return leaveOneOut(sequences);
    case 'last-days': return lastSessions(sequences);
    case 'all': return { ...holdBack(sequences), test: [] };
  }
}

/** Each user's last item is the test, the one before it is for validation. */
function leaveOneOut(sequences: readonly StepWindow[]): LogSplit {
  const long = sequences.filter(({ items }) => items.length >= LEAST_STEPS);
  const caseAt = (back: number) => (sequence: StepWindow): SequenceCase => prefixCase(sequence, sequence.items.length - back);
  return {
    train: sequences.map((sequence) => (sequence.items.length >= LEAST_STEPS ? cutWindow(sequence, 0, sequence.items.length - 2) : sequence)),
    validation: long.map(caseAt(2)), test: long.map(caseAt(1)),
  };
}

function lastSessions(sequences: readonly StepWindow[]): LogSplit {
  const { train: before, validation: test } = holdBack(sequences);
  return { ...holdBack(before), test };
}

function holdBack(sequences: readonly StepWindow[]): Pick<LogSplit, 'train' | 'validation'> {
  const border = Math.floor(sequences.length * (1 - HELD_BACK));
  return { train: sequences.slice(0, border), validation: questionsOf(sequences.slice(border)) };
}

/** A question at each step of the sessions but the first, or at every so many of them. */
export function questionsOf(sessions: readonly StepWindow[], most = MOST_QUESTIONS): SequenceCase[] {
  const all = sessions.reduce((sum, { items }) => sum + Math.max(0, items.length - 1), 0);
  const stride = Math.max(1, Math.ceil(all / most));
  const questions: SequenceCase[] = [];
  let number = 0;
  for (const session of sessions) {
    for (let step = 1; step < session.items.length; step += 1, number += 1) if (number % stride === 0) questions.push(prefixCase(session, step));
  }
  return questions;
}

function prefixCase(sequence: StepWindow, length: number): SequenceCase {
  return { history: cutWindow(sequence, 0, length), target: sequence.items[length] ?? -1, event: sequence.sides[EVENT_SIDE]?.[length] };
}
