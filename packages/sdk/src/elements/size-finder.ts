import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { BodyEstimate } from '@vua/models/body';
import type { SizeChart } from '@vua/models/contracts';
import type { FitPreference, SizeGlance } from '@vua/models/size';
import { FINDER_STYLES } from './finder-styles.ts';
import { FINDER_TEXTS } from './finder-texts.ts';
import type { FittingEngine, GlanceSizesOptions } from './fitting-engine.ts';
import { localeOf } from './locale-of.ts';
import type { SizeEventDetail } from './size-events.ts';

/** Makes the headless API for a dialog that opens; the dialog disposes of it. */
export type OpenEngine = (locale: 'vi' | 'en') => FittingEngine | Promise<FittingEngine>;

/**
 * `<vua-size-finder product="...">`: a button that opens the size finder. Attributes: `product` (id in the shop's catalog),
 * `whole-shop` (for a list, instead of `product`), `lang` (`vi`, `en`; else that of the page), `theme` (`dark`).
 * Events: `vua-size-advised`, `vua-size-chosen`, `vua-body-changed`.
 * Themed by `--vua-accent`, `--vua-ink`, `--vua-paper`, `--vua-panel`, `--vua-line`, `--vua-font`, `--vua-heading-font`, `--vua-radius`
 * and others, and by `::part(button)`.
 */
export abstract class SizeFinder extends LitElement {
  static override properties = {
    product: { type: String }, isWholeShop: { type: Boolean, attribute: 'whole-shop' }, lang: { type: String, reflect: true }, theme: { type: String }, chart: { attribute: false }, openEngine: { attribute: false },
    phase: { state: true }, engine: { state: true }, chosenSize: { state: true },
  };
  static override styles = FINDER_STYLES;
  /** Id of the product in the shop's catalog. */
  declare product: string;
  /** For a list of products: measures without a product; see `glance`. */
  declare isWholeShop: boolean;
  /** Only `dark` has a meaning. */
  declare theme: string | undefined;
  /** The size chart, when the page has it already; else it is asked from the server. */
  declare chart: SizeChart | undefined;
  /** Replaces the headless API that the dialog uses. */
  declare openEngine: OpenEngine;
  protected declare phase: 'closed' | 'opening' | 'open' | 'failed';
  protected declare engine: FittingEngine | undefined;
  protected declare chosenSize: string | undefined;

  constructor() {
    super();
    this.product = '';
    this.isWholeShop = false;
    this.phase = 'closed';
    this.addEventListener('vua-size-chosen', (event) => { this.chosenSize = event.detail.size; });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('product')) this.chosenSize = undefined;
  }

  override render(): TemplateResult {
    const locale = localeOf(this);
    const words = FINDER_TEXTS[locale];
    return html`<button part="button" type="button" lang=${locale} aria-haspopup="dialog" aria-busy=${this.phase === 'opening' ? 'true' : nothing} @click=${() => void this.open()}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M2.5 8.5h19v7h-19zM6 8.5v3M9 8.5v4M12 8.5v3M15 8.5v4M18 8.5v3"></path></svg>
        <span>${this.chosenSize === undefined ? words.find : words.chosen.replace('{size}', this.chosenSize)}</span>
      </button>
      ${this.phase === 'failed' ? html`<p role="alert" lang=${locale}>${words.failed}</p>` : nothing}
      ${this.phase === 'open' ? this.renderDialog(locale) : nothing}`;
  }

  /** Opens the dialog as a press of the button does. Resolves when it is there. */
  async open(): Promise<void> {
    if (this.phase === 'opening' || this.phase === 'open') return;
    this.phase = 'opening';
    try {
      const [engine, { defineSizeDialog }] = await Promise.all([this.openEngine(localeOf(this)), import('./dialog/size-dialog.ts')]);
      defineSizeDialog();
      // Taken out of the page while it loaded: nothing was started that would have to be ended.
      this.engine = this.isConnected ? engine : undefined;
      this.phase = this.isConnected ? 'open' : 'closed';
    } catch {
      this.phase = 'failed';
    }
  }

  /** Closes the dialog, the camera and the worker. Safe to call twice. */
  close(): void {
    if (this.phase === 'open') this.phase = 'closed';
    this.engine = undefined;
  }

  /**
   * Which sizes of these charts fit the body that was measured on this page or is kept on the device, one answer a chart, in their order;
   * undefined where there is none. The measurements stay inside: a shop learns sizes. Ask again after `vua-body-changed`.
   * @throws {SdkError} `model-unavailable`, `offline`.
   */
  async glance(charts: readonly SizeChart[]): Promise<readonly SizeGlance[] | undefined> {
    const engine = await this.openEngine(localeOf(this));
    try {
      const worn = measuredHere ?? await keptBody(engine);
      return worn && await engine.glanceSizes({ ...worn, charts });
    } finally {
      engine.dispose();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  #takeBody(body: BodyEstimate | undefined, fitPreference: FitPreference): void {
    measuredHere = body && { body, fitPreference };
    this.dispatchEvent(new CustomEvent('vua-body-changed', { bubbles: true, composed: true }));
  }

  private renderDialog(locale: 'vi' | 'en'): TemplateResult {
    return html`<vua-size-dialog theme=${this.theme ?? nothing} .engine=${this.engine} .chart=${this.chart} .product=${this.product} .isWholeShop=${this.isWholeShop} .locale=${locale}
      .onBody=${(body: BodyEstimate | undefined, preference: FitPreference) => this.#takeBody(body, preference)}
      @vua-dialog-closed=${() => this.close()}></vua-size-dialog>`;
  }
}

/** The last body that was measured on this page, for all finders on it. */
let measuredHere: Pick<GlanceSizesOptions, 'body' | 'fitPreference'> | undefined;

async function keptBody({ profile }: FittingEngine): Promise<typeof measuredHere> {
  const reading = await profile?.read();
  return reading?.status === 'kept' ? { body: reading.body } : undefined;
}

/** Registers `<vua-size-finder>`; a second call, or a second copy of the SDK, changes nothing. */
export function defineSizeFinder(openEngine: OpenEngine): void {
  if (customElements.get('vua-size-finder')) return;
  customElements.define('vua-size-finder', class extends SizeFinder {
    constructor() {
      super();
      this.openEngine = openEngine;
    }
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'vua-size-finder': SizeFinder;
  }
  interface HTMLElementEventMap {
    'vua-size-advised': CustomEvent<SizeEventDetail>;
    'vua-size-chosen': CustomEvent<SizeEventDetail>;
    /** Somebody was measured, or deleted the measurements: `glance` answers otherwise now. Tells nothing of the body. */
    'vua-body-changed': CustomEvent<null>;
  }
}
