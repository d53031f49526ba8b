import type { BodyProfile } from '@vua/models/body';
import type { Certainty, FitPreference, SizeAdvice } from '@vua/models/size';
import type { CameraFacing } from '../../capture/camera-session.ts';
import type { View } from '../../inference/frame-reading.ts';
import type { ScanFailure, ScanOffer, ScanSession, ScanState } from '../../scan/index.ts';
import { faultFailure } from '../../scan/scan-failure.ts';
import { toSdkError } from '../../sdk-error.ts';
import { findChart } from './find-chart.ts';
import type { FlowDeps } from './flow-deps.ts';
import { likelierOf } from './likelier-of.ts';
import { FLOW_START, type FlowState, type Measured } from './flow-state.ts';
import { KeptProfile } from './kept/kept-profile.ts';
import { MoreAnswers } from './more/more-answers.ts';
import { type AnswerProblems, type AnswersDraft, readAnswers } from './read-answers.ts';
import { type Screen, canShow, screenBefore } from './screen-table.ts';
import type { Way } from './way.ts';

/** What happens between opening the dialog and choosing a size. Shows nothing itself. */
export class FittingFlow {
  readonly #deps: FlowDeps;
  #state: FlowState = FLOW_START;
  #session: ScanSession | undefined;
  /** Counts what was begun: an answer to something older is dropped. */
  #turn = 0;
  #told: string | undefined;
  /** The questions after an answer. */
  readonly more: MoreAnswers;
  readonly #kept: KeptProfile;

  constructor(deps: FlowDeps) {
    this.#deps = deps;
    this.more = new MoreAnswers({
      engine: deps.engine, state: () => this.#state, update: (more) => this.#update({ more }), advise: (measured) => this.#advise(measured),
    });
    this.#kept = new KeptProfile(deps.engine.profile, (kept) => this.#update({ kept }));
  }

  get state(): FlowState {
    return this.#state;
  }

  /** Fetches the chart: nobody should be measured for nothing. */
  async begin(): Promise<void> {
    this.#show('loading');
    const turn = this.#turn;
    const [answer, kept] = await Promise.all([findChart(this.#deps), this.#kept.find()]);
    if (turn !== this.#turn) return;
    if (answer.status === 'missing') return this.#show('no-chart', { chartProblem: answer.reason });
    const chart = answer.status === 'found' ? answer.chart : undefined;
    if (!kept.found) return this.#show('ways', { chart, kept });
    // Without the code that advises, what is kept can still be used or deleted.
    const advice = chart && await this.#deps.engine.adviseSize({ body: kept.found.body, chart, fitPreference: this.#state.preference }).catch(() => undefined);
    if (turn === this.#turn) this.#show('kept', { chart, kept, advice });
  }

  /** Goes on with what an earlier visit kept. */
  async useKept(): Promise<void> {
    const { kept: { found } } = this.#state;
    if (!found) return;
    const { statureCm, massKg, sex = 'unsaid' } = found.body.profile;
    this.#update({ draft: { ...this.#state.draft, units: 'metric', statureCm: String(statureCm), mass: massKg === undefined ? '' : String(massKg), sex } });
    await this.#arrive({ body: found.body, measuredAtMs: found.measuredAtMs });
  }

  /** Begins anew beside what is kept. */
  measureAgain(): void {
    this.#show('ways');
  }

  /** Only from the press of a button that says what it means. */
  async keep(): Promise<void> {
    const { measured } = this.#state;
    if (measured) await this.#kept.keep(measured.body, measured.measuredAtMs);
  }

  async forget(): Promise<void> {
    await this.#kept.forget();
    this.#deps.onBody(undefined, this.#state.preference);
    if (this.#state.screen === 'kept') this.#show('ways', { advice: undefined });
  }

  choose(way: Way): void {
    this.#show('details', { way, problems: {} });
    // What the scan needs loads while the shopper types; a failure shows when it is wanted.
    if (way !== 'answers') this.#deps.engine.preload().catch(() => undefined);
  }

  edit(change: Partial<AnswersDraft>): void {
    const { draft, problems } = this.#state;
    const isStature = 'statureCm' in change || 'feet' in change || 'inches' in change;
    const solved: AnswerProblems = { ...(isStature && { stature: undefined }), ...('mass' in change && { mass: undefined }), ...('age' in change && { age: undefined }) };
    this.#update({ draft: { ...draft, ...change }, problems: 'units' in change ? {} : { ...problems, ...solved } });
  }

  submitAnswers(): void {
    const { draft, way } = this.#state;
    const read = readAnswers(draft, way);
    if (!read.ok) return this.#update({ problems: read.problems });
    this.#update({ problems: {} });
    if (way === 'camera') this.#show('prepare');
    else if (way === 'photos') this.#show('photos');
    else void this.#measure(async () => ({ body: await this.#deps.engine.measureFromAnswers(read.profile) }));
  }

  useCamera(facing: CameraFacing): void {
    this.#update({ facing });
    if (this.#state.screen === 'scan') this.#session?.useCamera(facing);
  }

  setMuted(isMuted: boolean): void {
    this.#update({ isMuted });
    this.#session?.setMuted(isMuted);
  }

  /** From the handler of a press: iOS asks for the sensors only then. */
  async startScan(): Promise<void> {
    const profile = this.#profile();
    if (!profile) return;
    this.#endScan();
    this.#show('working');
    const turn = this.#turn;
    try {
      const session = await this.#deps.engine.startScan({ video: this.#deps.video, profile, facing: this.#state.facing });
      if (turn !== this.#turn) return session.close();
      this.#session = session;
      session.setMuted(this.#state.isMuted);
      session.subscribe((state) => this.#follow(state));
    } catch (error) {
      if (turn === this.#turn) this.#fail(faultFailure(toSdkError(error).code));
    }
  }

  retake(view: View): void {
    if (this.#session) this.#session.retake(view);
    else this.#show('photos');
  }

  addPhoto(view: View, photo: File | undefined): void {
    const { photos, failure } = this.#state;
    this.#update({ photos: { ...photos, [view]: photo }, failure: failure?.view === view ? undefined : failure });
  }

  measurePhotos(): void {
    const { front, side } = this.#state.photos;
    const profile = this.#profile();
    if (!front || !side || !profile) return;
    this.#endScan();
    void this.#measure(async () => {
      const result = await this.#deps.engine.measurePhotos({ photos: { front, side }, profile });
      return result.status === 'measured' ? result : result.failure;
    });
  }

  prefer(preference: FitPreference): void {
    this.#update({ preference });
    if (this.#state.measured && this.#state.screen === 'result') void this.#advise(this.#state.measured);
  }

  takeUp(offer: ScanOffer): void {
    const { failure, way } = this.#state;
    if (offer === 'manual') return this.#leaveTo('answers');
    if (offer === 'photos') return this.#leaveToPhotos();
    if (offer === 'retake' && failure?.kind === 'refused') return this.retake(failure.view);
    if (way === 'camera' && this.#session) return this.#session.retry();
    if (way === 'camera') return void this.startScan();
    if (way === 'photos') return this.measurePhotos();
    this.submitAnswers();
  }

  /** Answers instead of pictures, or the other way round. */
  #leaveTo(way: Way): void {
    this.#endScan();
    this.choose(way);
  }

  // What was wrong with a photo is said beside it; what was wrong with the camera is of no use there.
  #leaveToPhotos(): void {
    const { way, failure } = this.#state;
    this.#endScan();
    this.#show('photos', { way: 'photos', failure: way === 'photos' ? failure : undefined });
  }

  showChart(): void {
    this.#show('by-hand', { chartFrom: this.#state.screen === 'result' ? 'result' : 'ways' });
  }

  take(size: string, certainty?: Certainty): void {
    this.#deps.onChosen(size, certainty);
  }

  /** Back to the shop's list. */
  finish(): void {
    this.#deps.onDone();
  }

  back(): void {
    const { screen } = this.#state;
    const target = screenBefore(this.#state);
    if (!target) return;
    if (screen !== 'by-hand') this.#endScan();
    this.#show(target);
  }

  /** Ends everything. Safe to call twice. */
  close(): void {
    this.#turn += 1;
    this.#endScan();
    this.#deps.engine.dispose();
  }

  #follow(state: ScanState): void {
    this.#update({ caption: state.caption, progress: state.progress });
    if (state.step === 'done') void this.#arrive({ body: state.body, outlines: state.outlines });
    else if (state.step === 'failed') this.#fail(state.failure);
    else if (state.step === 'measuring') this.#show('working');
    else if ('view' in state) this.#show('scan', { live: state });
    else if (state.step === 'permission') this.#show('scan', { live: undefined });
  }

  async #measure(measure: () => Promise<Measured | ScanFailure>): Promise<void> {
    this.#show('working', { caption: '', failure: undefined });
    const turn = this.#turn;
    try {
      const result = await measure();
      if (turn !== this.#turn) return;
      if ('body' in result) await this.#arrive(result);
      else this.#fail(result);
    } catch (error) {
      if (turn === this.#turn) this.#fail(faultFailure(toSdkError(error).code));
    }
  }

  /** A first estimate; what was told after an earlier one counts for it too. */
  async #arrive(first: Measured): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { measured, outcome } = await this.more.refine(first);
    if (turn !== this.#turn) return;
    this.#update({ more: { ...this.#state.more, first, outcome, question: undefined } });
    await this.#advise(measured);
  }

  async #advise(measured: Measured): Promise<void> {
    const { chart, preference } = this.#state;
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const advice = chart && await this.#deps.engine.adviseSize({ body: measured.body, chart, fitPreference: preference });
      if (turn !== this.#turn) return;
      this.#show('result', { measured, advice });
      this.#deps.onBody(measured.body, preference);
      if (advice) this.#tell(advice);
    } catch (error) {
      if (turn === this.#turn) this.#fail(faultFailure(toSdkError(error).code));
    }
  }

  /** Once for each new answer, not for each look at it. */
  #tell(advice: SizeAdvice): void {
    if (advice.status === 'unavailable') return;
    const size = advice.status === 'recommended' ? advice.size : likelierOf(advice);
    const told = `${size} ${advice.certainty}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#deps.onAdvised(size, advice.certainty);
  }

  #profile(): BodyProfile | undefined {
    const { draft, way } = this.#state;
    const read = readAnswers(draft, way);
    return read.ok ? read.profile : undefined;
  }

  #fail(failure: ScanFailure): void {
    this.#show('problem', { failure });
  }

  #endScan(): void {
    const session = this.#session;
    this.#session = undefined;
    session?.close();
  }

  #show(screen: Screen, change: Partial<FlowState> = {}): void {
    if (!canShow(this.#state.screen, screen)) return;
    if (screen !== this.#state.screen) this.#turn += 1;
    this.#update({ ...change, screen });
  }

  #update(change: Partial<FlowState>): void {
    this.#state = { ...this.#state, ...change };
    this.#deps.onChange(this.#state);
  }
}
