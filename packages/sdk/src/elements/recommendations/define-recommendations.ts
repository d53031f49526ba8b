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
 * Registers `<vua-recommendations slot="home">`: a row of items with the reason for each, chosen on the device, or with `for` the page's own list in another order. Attributes: docs/recommendations-element.md.
 * Here is only the name: the code comes once an element is in a page. A second call, or a second copy of the SDK, changes nothing.
 * @param openServices asked when an element shows; what it throws is told to the merchant in the console, and the page is as it was.
 */
export function defineRecommendations(openServices: () => RecommendationServices): void {
  if (!customElements.get('vua-recommendations')) customElements.define('vua-recommendations', createElementClass(openServices));
}

/** A row of cards or, where `for` names a list of the page, what sorts that. */
async function loadPart(element: Element): Promise<(host: HTMLElement, services: RecommendationServices) => RecommendationsPart> {
  if (element.matches('[kind=rerank][for]')) return (await import('./mount-reordering.ts')).mountReordering;
  return (await import('./mount-recommendations.ts')).mountRecommendations;
}

// Made when it is asked for: a server that renders pages has no elements.
const createElementClass = (openServices: () => RecommendationServices): CustomElementConstructor => class extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;
  #part: RecommendationsPart | undefined;

  connectedCallback(): void {
    void this.#mount();
  }

  disconnectedCallback(): void {
    this.#part?.close();
    this.#part = undefined;
  }

  attributeChangedCallback(): void {
    this.#part?.ask();
  }

  async #mount(): Promise<void> {
    // Without the code the page is as it was; the next one tries again.
    const mount = await loadPart(this).catch(() => undefined);
    if (!mount || !this.isConnected) return;
    try {
      this.#part ??= mount(this, openServices());
    } catch (error) {
      // oxlint-disable-next-line no-console -- the merchant set it up, and has no other place to hear of it
      console.error('<vua-recommendations> cannot be opened:', error);
    }
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
