import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { BodyEstimate } from '@vua/models/body';
import type { Audience, EventBody, SizeChart } from '@vua/models/contracts';
import type { FitPreference } from '@vua/models/size';
import { type FinderGlance, audienceMatch } from './audience-match.ts';
import { FINDER_STYLES } from './finder-styles.ts';
import { FINDER_TEXTS } from './finder-texts.ts';
import type { FittingEngine } from './fitting-engine.ts';
import { localeOf } from './locale-of.ts';
import type { SizeEventDetail } from './size-events.ts';
import { takeWornBody, wornBody } from './worn-body.ts';

/** Makes the headless API for a dialog that opens; the dialog disposes of it. */
export type OpenEngine = (locale: 'vi' | 'en') => FittingEngine | Promise<FittingEngine>;

/**
 * `<vua-size-finder product="...">`: a button that opens the size finder. Attributes: `product` (id in the shop's catalog),
 * `whole-shop` (for a list, instead of `product`), `in-stock` (sizes that can be bought, such as `["S","M"]`), `lang` (`vi`, `en`; else that of the page), `theme` (`dark`).
 * Events: `vua-size-advised`, `vua-size-chosen`, `vua-body-changed`, and `vua-activity` for the tracker.
 * Themed by `--vua-accent`, `--vua-ink`, `--vua-paper`, `--vua-panel`, `--vua-line`, `--vua-font`, `--vua-heading-font`, `--vua-radius`
 * and others, and by `::part(button)`.
 */
export abstract class SizeFinder extends LitElement {
  static override properties = {
    product: { type: String }, isWholeShop: { type: Boolean, attribute: 'whole-shop' }, lang: { type: String, reflect: true }, theme: { type: String }, chart: { attribute: false }, inStock: { type: Array, attribute: 'in-stock' }, openEngine: { attribute: false },
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
  /** The sizes that can be bought now, as JSON in the attribute; absent, none is called sold out. */
  declare inStock: readonly string[] | undefined;
  /** Replaces the headless API that the dialog uses. */
  declare openEngine: OpenEngine;
  /** `misconfigured`: the headless API refused what the shop gave it. */
  protected declare phase: 'closed' | 'opening' | 'open' | 'failed' | 'misconfigured';
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
      ${this.phase === 'failed' || this.phase === 'misconfigured' ? html`<p role="alert" lang=${locale}>${words[this.phase]}</p>` : nothing}
      ${this.phase === 'open' ? this.renderDialog(locale) : nothing}`;
  }

  /** Opens the dialog as a press of the button does. Resolves when it is there. */
  async open(): Promise<void> {
    if (this.phase === 'opening' || this.phase === 'open') return;
    this.phase = 'opening';
    const engine = await this.#openEngine();
    if (!engine) return;
    try {
      const { defineSizeDialog } = await import('./dialog/size-dialog.ts');
      defineSizeDialog();
      // Taken out of the page while it loaded: nothing was started that would have to be ended.
      this.engine = this.isConnected ? engine : undefined;
      this.phase = this.isConnected ? 'open' : 'closed';
    } catch {
      engine.dispose();
      this.phase = 'failed';
    }
  }

  async #openEngine(): Promise<FittingEngine | undefined> {
    try {
      return await this.openEngine(localeOf(this));
    } catch (error) {
      // oxlint-disable-next-line no-console -- the merchant set it up, and has no other place to hear of it
      console.error('<vua-size-finder> cannot be opened:', error);
      this.phase = 'misconfigured';
      return undefined;
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
   * @param audiences for whom each garment is cut, in the order of the charts; then the answers say whether that is the shopper.
   * @throws {SdkError} `model-unavailable`, `offline`.
   */
  async glance(charts: readonly SizeChart[], audiences: readonly (Audience | undefined)[] = []): Promise<readonly FinderGlance[] | undefined> {
    const engine = await this.openEngine(localeOf(this));
    try {
      const worn = await wornBody(engine);
      const glances = worn && await engine.glanceSizes({ ...worn, charts });
      return glances?.map((glance, index) => {
        const audience = audiences[index];
        return audience === undefined ? glance : { ...glance, audience: audienceMatch(audience, worn?.body.profile.sex) };
      });
    } finally {
      engine.dispose();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  #takeBody(body: BodyEstimate | undefined, fitPreference: FitPreference): void {
    takeWornBody(body && { body, fitPreference });
    // For statistics, where the shopper agreed (`follow-bodies.ts`).
    if (body) (globalThis as { [TAKE_BODY]?: (body: BodyEstimate) => void })[TAKE_BODY]?.(body);
    this.dispatchEvent(new CustomEvent('vua-body-changed', { bubbles: true, composed: true }));
  }

  private renderDialog(locale: 'vi' | 'en'): TemplateResult {
    return html`<vua-size-dialog theme=${this.theme ?? nothing} .engine=${this.engine} .chart=${this.chart} .inStock=${this.inStock} .product=${this.product} .isWholeShop=${this.isWholeShop} .locale=${locale}
      .onBody=${(body: BodyEstimate | undefined, preference: FitPreference) => this.#takeBody(body, preference)}
      @vua-dialog-closed=${() => this.close()}></vua-size-dialog>`;
  }
}

const TAKE_BODY = Symbol.for('vua.take-body');

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
    /** A step of the size finder, as an event for the shop's statistics; `followElements` hands it to a tracker. Tells nothing of the body. */
    'vua-activity': CustomEvent<EventBody>;
    /** Somebody was measured, or deleted the measurements: `glance` answers otherwise now. Tells nothing of the body. */
    'vua-body-changed': CustomEvent<null>;
  }
}
