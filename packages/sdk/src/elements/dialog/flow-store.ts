import type { ScanFailure } from '../../scan/index.ts';
import { FLOW_START, type FlowState } from './flow-state.ts';
import { type Screen, canShow } from './screen-table.ts';

/** What the dialog shows, and which of its questions to the outside world still count. */
export class FlowStore {
  readonly #onChange: (state: FlowState) => void;
  #state: FlowState = FLOW_START;
  /** Counts what was begun: an answer to something older is dropped. */
  #turn = 0;

  constructor(onChange: (state: FlowState) => void) {
    this.#onChange = onChange;
  }

  get state(): FlowState {
    return this.#state;
  }

  update(change: Partial<FlowState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange(this.#state);
  }

  /** Goes to another screen, where the table allows it; what was asked on the one before is dropped. */
  show(screen: Screen, change: Partial<FlowState> = {}): void {
    if (!canShow(this.#state.screen, screen)) return;
    if (screen !== this.#state.screen) this.#turn += 1;
    this.update({ ...change, screen });
  }

  fail(failure: ScanFailure): void {
    this.show('problem', { failure });
  }

  /** @returns whether nothing else has begun since now */
  current(): () => boolean {
    const turn = this.#turn;
    return () => turn === this.#turn;
  }

  /** Drops what was begun before. @returns as `current` */
  begin(): () => boolean {
    this.#turn += 1;
    return this.current();
  }
}
