import type { BodyProfile } from '@vua/models/body';
import type { CameraFacing } from '../../capture/camera-session.ts';
import type { View } from '../../inference/frame-reading.ts';
import type { ScanFailure, ScanSession, ScanState } from '../../scan/index.ts';
import { faultFailure } from '../../scan/scan-failure.ts';
import type { FittingEngine } from '../fitting-engine.ts';
import { failureOf } from './failure-of.ts';
import type { FlowStore } from './flow-store.ts';
import type { Measured } from './measured.ts';
import { readAnswers } from './read-answers.ts';

interface MeasuringDeps {
  readonly engine: Pick<FittingEngine, 'startScan' | 'measurePhotos' | 'measureFromAnswers'>;
  readonly store: FlowStore;
  /** Shows the live picture during a scan. */
  readonly video: HTMLVideoElement;
  /** Takes a first estimate. */
  readonly arrive: (first: Measured) => Promise<void>;
}

/** The three ways to a body: a scan, two photos, answers. Each ends in a first estimate or on the screen of the problem. */
export class BodyMeasuring {
  readonly #deps: MeasuringDeps;
  readonly #store: FlowStore;
  #session: ScanSession | undefined;

  constructor(deps: MeasuringDeps) {
    this.#deps = deps;
    this.#store = deps.store;
  }

  useCamera(facing: CameraFacing): void {
    this.#store.update({ facing });
    if (this.#store.state.screen === 'scan') this.#session?.useCamera(facing);
  }

  setMuted(isMuted: boolean): void {
    this.#store.update({ isMuted });
    this.#session?.setMuted(isMuted);
  }

  /** From the handler of a press: iOS asks for the sensors only then. */
  async startScan(): Promise<void> {
    const profile = this.#profile();
    if (!profile) return;
    this.endScan();
    this.#store.show('working');
    const isCurrent = this.#store.current();
    try {
      const session = await this.#deps.engine.startScan({ video: this.#deps.video, profile, facing: this.#store.state.facing });
      if (!isCurrent()) return session.close();
      this.#session = session;
      session.setMuted(this.#store.state.isMuted);
      session.subscribe((state) => this.#follow(state));
    } catch (error) {
      if (isCurrent()) this.#store.fail(failureOf(error));
    }
  }

  /** What failed, once more: the rest of a scan, or all of it where none is open. */
  retryScan(): void {
    if (this.#session) this.#session.retry();
    else void this.startScan();
  }

  retake(view: View): void {
    if (this.#session) this.#session.retake(view);
    else this.#store.show('photos');
  }

  /** A file that calls itself something else than an image is refused at once; what an image turns out to be is said when it is measured. */
  addPhoto(view: View, photo: File | undefined): void {
    const { photos, failure } = this.#store.state;
    if (photo && photo.type !== '' && !photo.type.startsWith('image/')) this.#store.update({ photos: { ...photos, [view]: undefined }, failure: faultFailure('photo-unreadable', view) });
    else this.#store.update({ photos: { ...photos, [view]: photo }, failure: failure?.view === view ? undefined : failure });
  }

  measurePhotos(): void {
    const { front, side } = this.#store.state.photos;
    const profile = this.#profile();
    if (!front || !side || !profile) return;
    this.endScan();
    void this.#measure(async () => {
      const result = await this.#deps.engine.measurePhotos({ photos: { front, side }, profile });
      return result.status === 'measured' ? result : result.failure;
    });
  }

  measureAnswers(profile: BodyProfile): void {
    void this.#measure(async () => ({ body: await this.#deps.engine.measureFromAnswers(profile) }));
  }

  /** Closes the camera. Safe to call twice. */
  endScan(): void {
    const session = this.#session;
    this.#session = undefined;
    session?.close();
  }

  #follow(state: ScanState): void {
    const store = this.#store;
    store.update({ caption: state.caption, progress: state.progress });
    if (state.step === 'done') void this.#deps.arrive({ body: state.body, outlines: state.outlines });
    else if (state.step === 'failed') store.fail(state.failure);
    else if (state.step === 'measuring') store.show('working');
    else if ('view' in state) store.show('scan', { live: state });
    else if (state.step === 'permission') store.show('scan', { live: undefined });
  }

  async #measure(measure: () => Promise<Measured | ScanFailure>): Promise<void> {
    this.#store.show('working', { caption: '', failure: undefined });
    const isCurrent = this.#store.current();
    try {
      const result = await measure();
      if (!isCurrent()) return;
      if ('body' in result) await this.#deps.arrive(result);
      else this.#store.fail(result);
    } catch (error) {
      if (isCurrent()) this.#store.fail(failureOf(error));
    }
  }

  #profile(): BodyProfile | undefined {
    const { draft, way } = this.#store.state;
    const read = readAnswers(draft, way);
    return read.ok ? read.profile : undefined;
  }
}
