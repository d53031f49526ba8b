import type { BodyEstimate } from '@vua/models/body';
import type { Certainty, FitPreference, SizeAdvice } from '@vua/models/size';
import type { ScanOffer } from '../../scan/index.ts';
import { BodyMeasuring } from './body-measuring.ts';
import { failureOf } from './failure-of.ts';
import { findChart } from './find-chart.ts';
import type { FlowDeps } from './flow-deps.ts';
import type { FlowState } from './flow-state.ts';
import { FlowStore } from './flow-store.ts';
import { KeptProfile } from './kept/kept-profile.ts';
import type { Measured } from './measured.ts';
import { MoreAnswers } from './more/more-answers.ts';
import { type AnswerProblems, type AnswersDraft, readAnswers } from './read-answers.ts';
import { screenBefore } from './screen-table.ts';
import type { Way } from './way.ts';

/** What happens between opening the dialog and choosing a size. Shows nothing itself. */
export class FittingFlow {
  readonly #deps: FlowDeps;
  readonly #store: FlowStore;
  #told: string | undefined;
  /** Scan, photos and answers. */
  readonly measuring: BodyMeasuring;
  /** The questions after an answer. */
  readonly more: MoreAnswers;
  readonly #kept: KeptProfile;
  /** The first estimate of which the device keeps what became of it. */
  #keptFirst: BodyEstimate | undefined;

  constructor(deps: FlowDeps) {
    const { engine, video } = deps;
    const store = new FlowStore((state) => deps.onChange(state));
    this.#deps = deps;
    this.#store = store;
    this.measuring = new BodyMeasuring({ engine, store, video, arrive: (first) => this.#arrive(first) });
    this.more = new MoreAnswers({
      engine, state: () => store.state, update: (more) => store.update({ more }), advise: (measured) => this.#takeSurer(measured),
    });
    this.#kept = new KeptProfile(engine.profile, (kept) => store.update({ kept }));
  }

  get state(): FlowState {
    return this.#store.state;
  }

  /** Fetches the chart: nobody should be measured for nothing. */
  async begin(): Promise<void> {
    this.#store.show('loading', { chartProblem: undefined, failure: undefined, inStock: this.#deps.inStock });
    const isCurrent = this.#store.current();
    try {
      await this.#findChartAndKept(isCurrent);
    } catch (error) {
      // The page knows nothing of this promise: nobody else would hear of it.
      if (isCurrent()) this.#store.show('no-chart', { failure: failureOf(error) });
    }
  }

  async #findChartAndKept(isCurrent: () => boolean): Promise<void> {
    const store = this.#store;
    const [answer, kept] = await Promise.all([findChart(this.#deps), this.#kept.find()]);
    if (!isCurrent()) return;
    if (answer.status === 'missing') return store.show('no-chart', { chartProblem: answer.reason });
    const chart = answer.status === 'found' ? answer.chart : undefined;
    if (!kept.found) return store.show('ways', { chart, kept });
    // Without the code that advises, what is kept can still be used or deleted.
    const advice = chart && await this.#deps.engine.adviseSize({ body: kept.found.body, chart, fitPreference: this.state.preference }).catch(() => undefined);
    if (isCurrent()) store.show('kept', { chart, kept, advice });
  }

  /** Goes on with what an earlier visit kept. */
  async useKept(): Promise<void> {
    const { kept: { found }, draft } = this.state;
    if (!found) return;
    const { statureCm, massKg, sex = 'unsaid' } = found.body.profile;
    this.#store.update({ draft: { ...draft, units: 'metric', statureCm: String(statureCm), mass: massKg === undefined ? '' : String(massKg), sex } });
    this.#keptFirst = found.body;
    await this.#arrive({ body: found.body, measuredAtMs: found.measuredAtMs });
  }

  /** Begins anew beside what is kept. */
  measureAgain(): void {
    this.#store.show('ways');
  }

  /** Only from the press of a button that says what it means. */
  async keep(): Promise<void> {
    const { measured, more } = this.state;
    if (!measured) return;
    this.#keptFirst = more.first?.body;
    await this.#kept.keep(measured.body, measured.measuredAtMs);
  }

  async forget(): Promise<void> {
    this.#keptFirst = undefined;
    await this.#kept.forget();
    this.#deps.onBody(undefined, this.state.preference);
    if (this.state.screen === 'kept') this.#store.show('ways', { advice: undefined });
  }

  choose(way: Way): void {
    this.#store.show('details', { way, problems: {} });
    // What the scan needs loads while the shopper types; a failure shows when it is wanted.
    if (way !== 'answers') this.#deps.engine.preload().catch(() => undefined);
  }

  edit(change: Partial<AnswersDraft>): void {
    const { draft, problems } = this.state;
    const isStature = 'statureCm' in change || 'feet' in change || 'inches' in change;
    const isMass = 'mass' in change || (isStature && problems.mass === 'mass-implausible');
    const solved: AnswerProblems = { ...(isStature && { stature: undefined }), ...(isMass && { mass: undefined }), ...('age' in change && { age: undefined }) };
    this.#store.update({ draft: { ...draft, ...change }, problems: 'units' in change ? {} : { ...problems, ...solved } });
  }

  submitAnswers(): void {
    const { draft, way } = this.state;
    const read = readAnswers(draft, way);
    if (!read.ok) return this.#store.update({ problems: read.problems });
    this.#store.update({ problems: {} });
    if (way === 'camera') this.#store.show('prepare');
    else if (way === 'photos') this.#store.show('photos');
    else this.measuring.measureAnswers(read.profile);
  }

  prefer(preference: FitPreference): void {
    this.#store.update({ preference });
    const { measured, screen } = this.state;
    if (measured && screen === 'result') void this.#advise(measured);
  }

  takeUp(offer: ScanOffer): void {
    const { failure, way } = this.state;
    if (offer === 'manual') return this.#leaveTo('answers');
    if (offer === 'photos') return this.#leaveToPhotos();
    if (offer === 'retake' && failure?.kind === 'refused') return this.measuring.retake(failure.view);
    if (way === 'camera') return this.measuring.retryScan();
    if (way === 'photos') return this.measuring.measurePhotos();
    this.submitAnswers();
  }

  /** Answers instead of pictures, or the other way round. */
  #leaveTo(way: Way): void {
    this.measuring.endScan();
    this.choose(way);
  }

  // What was wrong with a photo is said beside it; what was wrong with the camera is of no use there.
  #leaveToPhotos(): void {
    const { way, failure } = this.state;
    this.measuring.endScan();
    this.#store.show('photos', { way: 'photos', failure: way === 'photos' ? failure : undefined });
  }

  showChart(): void {
    this.#store.show('by-hand', { chartFrom: this.state.screen === 'result' ? 'result' : 'ways' });
  }

  take(size: string, certainty?: Certainty): void {
    this.#deps.onChosen(size, certainty);
  }

  /** Back to the shop's list. */
  finish(): void {
    this.#deps.onDone();
  }

  back(): void {
    const { screen } = this.state;
    const target = screenBefore(this.state);
    if (!target) return;
    if (screen !== 'by-hand') this.measuring.endScan();
    this.#store.show(target);
  }

  /** Ends everything. Safe to call twice. */
  close(): void {
    this.#store.begin();
    this.measuring.endScan();
    this.#deps.engine.dispose();
  }

  /** A first estimate; what was told after an earlier one counts for it too. */
  async #arrive(first: Measured): Promise<void> {
    const isCurrent = this.#store.begin();
    const { measured, outcome } = await this.more.refine(first);
    if (!isCurrent()) return;
    this.#store.update({ more: { ...this.state.more, first, outcome, question: undefined } });
    await this.#advise(measured);
  }

  /** A body after a further answer. Whoever agreed that it be kept agreed to what it is, not to what it was before. */
  async #takeSurer(measured: Measured): Promise<void> {
    const { more, kept } = this.state;
    const isKept = kept.status === 'kept' && this.#keptFirst !== undefined && more.first?.body === this.#keptFirst;
    await Promise.all([this.#advise(measured), isKept && this.#kept.replace(measured.body, measured.measuredAtMs)]);
  }

  async #advise(measured: Measured): Promise<void> {
    const { chart, preference } = this.state;
    const isCurrent = this.#store.begin();
    try {
      const advice = chart && await this.#deps.engine.adviseSize({ body: measured.body, chart, fitPreference: preference });
      if (!isCurrent()) return;
      this.#store.show('result', { measured, advice });
      this.#deps.onBody(measured.body, preference);
      if (advice) this.#tell(advice);
    } catch (error) {
      if (isCurrent()) this.#store.fail(failureOf(error));
    }
  }

  /** Once for each new answer, not for each look at it. */
  #tell(advice: SizeAdvice): void {
    if (advice.status === 'unavailable') return;
    const size = advice.status === 'recommended' ? advice.size : advice.likelier;
    const told = `${size} ${advice.certainty}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#deps.onAdvised(size, advice.certainty);
  }
}
