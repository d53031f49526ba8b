import type { RecommendationKind, RecommendationStrategy } from '@vua/models/contracts';
import type { RecommendationServices } from './recommendation-services.ts';
import type { RecommendationsPart } from './mount-recommendations.ts';

/** What `vua-recommendation-click` tells. */
export interface RecommendationClickDetail {
  readonly itemId: string;
  /** 0 is the first. */
  readonly position: number;
  /** Give it with what it leads to, so that it is counted. */
  readonly recommendationId: string;
  readonly kind: RecommendationKind;
  readonly strategy: RecommendationStrategy;
}

const ATTRIBUTES = ['slot', 'kind', 'item', 'limit', 'size', 'diversity', 'price-least', 'price-most', 'item-url', 'picture-url', 'lang'];

/**
 * Registers `<vua-recommendations slot="home">`: a row of items with the reason for each, chosen on the device. Attributes: docs/recommendations-element.md.
 * Here is only the name: the code comes once an element is in a page. A second call, or a second copy of the SDK, changes nothing.
 */
export function defineRecommendations(services: RecommendationServices): void {
  if (!customElements.get('vua-recommendations')) customElements.define('vua-recommendations', createElementClass(services));
}

// Made when it is asked for: a server that renders pages has no elements.
const createElementClass = (services: RecommendationServices): CustomElementConstructor => class extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;
  #part: RecommendationsPart | undefined;

  connectedCallback(): void {
    // Without the code the page is as it was; the next one tries again.
    void this.#mount().catch(() => undefined);
  }

  disconnectedCallback(): void {
    this.#part?.close();
    this.#part = undefined;
  }

  attributeChangedCallback(): void {
    this.#part?.ask();
  }

  async #mount(): Promise<void> {
    const { mountRecommendations } = await import('./mount-recommendations.ts');
    if (this.isConnected) this.#part ??= mountRecommendations(this, services);
  }
};

declare global {
  interface HTMLElementTagNameMap {
    'vua-recommendations': HTMLElement;
  }
  interface HTMLElementEventMap {
    /** An item was pressed; `preventDefault()` leaves the rest to the shop. */
    'vua-recommendation-click': CustomEvent<RecommendationClickDetail>;
  }
}
