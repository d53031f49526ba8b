import { isPlausibleBuild, parseMass } from '../../../scan/index.ts';
import type { FittingEngine } from '../../fitting-engine.ts';
import type { FlowState } from '../flow-state.ts';
import type { Measured } from '../measured.ts';
import { type MoreQuestion, moreQuestions } from './more-questions.ts';
import type { MoreOutcome, MoreState } from './more-state.ts';
import { type ToldMore, isToldNothing, laterAnswers } from './told-more.ts';

interface MoreDeps {
  readonly engine: Pick<FittingEngine, 'refineBody'>;
  readonly state: () => FlowState;
  readonly update: (more: MoreState) => void;
  /** Advises on a body that is surer than before. */
  readonly advise: (measured: Measured) => Promise<void>;
}

/** The questions after an answer: each may be skipped, each counts at once. */
export class MoreAnswers {
  readonly #deps: MoreDeps;
  /** Counts what was told: an answer to something older is dropped. */
  #turn = 0;

  constructor(deps: MoreDeps) {
    this.#deps = deps;
  }

  /** Opens the first question, or the given one; folds them up without one. */
  show(question: MoreQuestion | 'end' | undefined): void {
    this.#update({ question, massProblem: undefined });
  }

  /** To the question before or after; beyond the last lies the end. */
  step(by: 1 | -1): void {
    const { more: { question } } = this.#deps.state();
    const questions = this.questions();
    const at = question === 'end' ? questions.length : questions.findIndex((each) => each === question);
    this.show(questions[Math.max(0, at + by)] ?? 'end');
  }

  questions(): readonly MoreQuestion[] {
    const { more: { first }, chart } = this.#deps.state();
    return first ? moreQuestions(first.body, chart) : [];
  }

  typeMass(mass: string): void {
    this.#update({ mass, massProblem: undefined });
  }

  /** Takes the typed weight; an empty field takes it back. */
  async tellMass(): Promise<void> {
    const { draft: { units }, more: { mass, first } } = this.#deps.state();
    const read = parseMass(mass, units === 'metric' ? 'kg' : 'lb');
    if (!read.ok) this.#update({ massProblem: read.problem });
    else if (first && !isPlausibleBuild(first.body.profile.statureCm, read.value)) this.#update({ massProblem: 'mass-implausible' });
    else await this.tell({ massKg: read.value });
  }

  /** Counts an answer, or takes it back where it is undefined. */
  async tell(change: Partial<ToldMore>): Promise<void> {
    const { more } = this.#deps.state();
    this.#update({ told: { ...more.told, ...change }, massProblem: undefined });
    const turn = ++this.#turn;
    if (!more.first) return;
    const { measured, outcome } = await this.refine(more.first);
    if (turn !== this.#turn) return;
    this.#update({ outcome });
    await this.#deps.advise(measured);
  }

  /** A first estimate with all that was told after it. */
  async refine(first: Measured): Promise<{ readonly measured: Measured; readonly outcome: MoreOutcome | undefined }> {
    const { more: { told }, chart } = this.#deps.state();
    if (isToldNothing(told)) return { measured: first, outcome: undefined };
    const sex = first.body.profile.sex ?? told.sex;
    const isSexNew = first.body.source === 'answers' && sex !== undefined;
    const body = isSexNew ? { ...first.body, profile: { ...first.body.profile, sex } } : first.body;
    try {
      const refined = await this.#deps.engine.refineBody(body, laterAnswers(told, sex, chart));
      return { measured: { ...first, body: refined.body }, outcome: refined.status };
    } catch {
      // The first answer is still there and still right.
      return { measured: first, outcome: 'failed' };
    }
  }

  #update(change: Partial<MoreState>): void {
    this.#deps.update({ ...this.#deps.state().more, ...change });
  }
}
