import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { EventBody, SizeChart } from '@vua/models/contracts';
import type { Locale } from '../../scan/index.ts';
import type { FittingEngine } from '../fitting-engine.ts';
import type { SizeEventDetail } from '../size-events.ts';
import { FittingFlow } from './fitting-flow.ts';
import type { FlowDeps } from './flow-deps.ts';
import type { FlowState } from './flow-state.ts';
import { type OverlayColours, drawOverlay } from './parts/draw-overlay.ts';
import { ICONS } from './parts/icons.ts';
import { definePhotoPreview } from './parts/photo-preview.ts';
import { screenBefore } from './screen-table.ts';
import { SCREENS } from './screens/screens.ts';
import { stepBack } from './step-back.ts';
import { DIALOG_STYLES } from './styles/dialog-styles.ts';
import { tellActivities } from './tell-activities.ts';
import { wordsOf } from './texts/words.ts';

/** The dialog of `<vua-size-finder>`; opens when it is put into the page and says `vua-dialog-closed` when it is done. */
class SizeDialog extends LitElement {
  static override properties = {
    engine: { attribute: false }, chart: { attribute: false }, inStock: { attribute: false }, product: { attribute: false }, isWholeShop: { attribute: false }, onBody: { attribute: false }, locale: { attribute: false }, state: { state: true },
  };
  static override styles = DIALOG_STYLES;
  declare engine: FittingEngine;
  declare chart: SizeChart | undefined;
  declare inStock: readonly string[] | undefined;
  declare product: string;
  declare isWholeShop: boolean;
  /** Takes the body that lists of garments are compared with. */
  declare onBody: FlowDeps['onBody'];
  declare locale: Locale;
  declare state: FlowState | undefined;

  #flow: FittingFlow | undefined;
  #leave = async (): Promise<void> => undefined;
  readonly #gone = new AbortController();
  #colours: OverlayColours | undefined;
  readonly #video = document.createElement('video');
  readonly #canvas = document.createElement('canvas');
  readonly #stage = document.createElement('div');

  constructor() {
    super();
    this.#stage.className = 'stage-picture';
    this.#video.setAttribute('aria-hidden', 'true');
    this.#stage.append(this.#video, this.#canvas);
  }

  override firstUpdated(): void {
    const tell = tellActivities(this.product, (activity) => this.#say('vua-activity', activity));
    let advised: string | undefined;
    let isChosen = false;
    this.#flow = new FittingFlow({
      engine: this.engine, product: this.product, chart: this.chart, inStock: this.inStock, isWholeShop: this.isWholeShop, video: this.#video,
      onBody: (body, preference) => this.onBody(body, preference),
      onChange: (state) => {
        this.state = state;
        tell(state);
      },
      onAdvised: (size, certainty) => {
        advised = size;
        this.#say('vua-size-advised', { product: this.product, size, certainty });
      },
      onChosen: (size, certainty) => {
        if (isChosen) return;
        isChosen = true;
        // The page may navigate as soon as it hears of the size: the step in its history goes first.
        void this.#leave().then(() => {
          this.#say('vua-size-chosen', { product: this.product, size, ...(certainty && { certainty }) });
          this.#say('vua-activity', { type: 'size_choose', data: { itemId: this.product, size, ...(advised !== undefined && { advisedSize: advised }) } });
          this.#dialog?.close();
        });
      },
      onDone: () => this.#dialog?.close(),
    });
    this.#dialog?.showModal();
    this.#leave = stepBack(() => this.#dialog?.close(), this.#gone.signal);
    void this.#flow.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone.abort();
    this.#flow?.close();
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.state || !changed.has('state')) return;
    const before = changed.get('state');
    drawOverlay(this.#canvas, this.state.live, this.#colours ??= this.#readColours());
    if (before?.screen !== this.state.screen) this.#enterScreen();
    else if (before.more.question !== this.state.more.question) this.#enterQuestion();
    else if (hasNewProblem(before, this.state)) this.renderRoot.querySelector<HTMLInputElement>('[aria-invalid]')?.focus();
  }

  override render(): TemplateResult {
    return html`<dialog part="dialog" aria-labelledby="title" lang=${this.locale} @close=${() => void this.#leave().then(() => this.dispatchEvent(new CustomEvent('vua-dialog-closed')))}>
      ${this.state && this.#flow ? this.#frame(this.state, this.#flow) : nothing}
    </dialog>`;
  }

  #frame(state: FlowState, flow: FittingFlow): TemplateResult {
    const words = wordsOf(this.locale);
    const { title, spoken = title, visual, isVisualVital, content } = SCREENS[state.screen]({ state, flow, words, stage: this.#stage });
    return html`<div class="frame" data-screen=${state.screen} ?data-visual-vital=${isVisualVital ?? false}>
      <header>
        ${screenBefore(state) ? html`<button class="round" part="back" type="button" aria-label=${words.dialog.back} @click=${() => flow.back()}>${ICONS.back}</button>` : html`<span></span>`}
        <button class="round" part="close" type="button" aria-label=${words.dialog.close} @click=${() => this.#dialog?.close()}>${ICONS.close}</button>
      </header>
      <div class="visual" part="visual">${visual}</div>
      <div class="content" part="content">
        <h2 id="title" tabindex="-1">${title}</h2>
        ${content}
      </div>
      <footer><p class="privacy" part="privacy">${ICONS.lock}<span>${state.way === 'answers' && screenBefore(state) ? words.dialog.privacyOfAnswers : words.dialog.privacy}</span></p></footer>
      <p class="unseen" role="status" aria-live="polite">${spoken}</p>
    </div>`;
  }

  // The title is the first thing to hear and the place to go on from.
  #enterScreen(): void {
    this.renderRoot.querySelector('.frame')?.scrollTo({ top: 0 });
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus({ preventScroll: true });
  }

  // A question that follows another takes its place: the keyboard and the voice go there.
  #enterQuestion(): void {
    this.renderRoot.querySelector<HTMLElement>('[data-question], [data-more=end]')?.focus();
  }

  // Once: asking for the style of the page at each frame would make it lay itself out.
  #readColours(): OverlayColours {
    const style = getComputedStyle(this);
    return { ready: style.getPropertyValue('--ready').trim() || 'lime', waiting: style.getPropertyValue('--waiting').trim() || 'white' };
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #say(name: 'vua-size-advised' | 'vua-size-chosen', detail: SizeEventDetail): void;
  #say(name: 'vua-activity', detail: EventBody): void;
  #say(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** After a press of the button; while typing, problems only go away. */
function hasNewProblem({ problems: before }: FlowState, { problems: now }: FlowState): boolean {
  return before !== now && Object.values(now).some((problem) => problem !== undefined) && Object.values(now).filter(Boolean).length >= Object.values(before).filter(Boolean).length;
}

/** Registers the dialog and what it is made of, once. */
export function defineSizeDialog(): void {
  definePhotoPreview();
  if (!customElements.get('vua-size-dialog')) customElements.define('vua-size-dialog', SizeDialog);
}
