import type { Measured } from '../measured.ts';
import type { AnswerProblems } from '../read-answers.ts';
import type { MoreQuestion } from './more-questions.ts';
import type { ToldMore } from './told-more.ts';

/** What became of the further answers. */
export type MoreOutcome = 'fused' | 'contradicting' | 'failed';

/** The questions that may follow an answer. */
export interface MoreState {
  /** The body before anything further was told. */
  readonly first?: Measured;
  readonly told: ToldMore;
  /** Absent: not opened, or folded up again. */
  readonly question?: MoreQuestion | 'end';
  readonly outcome?: MoreOutcome;
  /** The weight as typed. */
  readonly mass: string;
  readonly massProblem?: AnswerProblems['mass'];
}

export const NOTHING_MORE: MoreState = { told: {}, mass: '' };
