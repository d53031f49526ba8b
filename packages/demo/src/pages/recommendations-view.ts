import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.ts';
import { drawGarment } from '../products/draw-garment.ts';

export interface RecommendationsPlace {
  readonly slot: 'home' | 'product' | 'cart' | 'checkout';
  /** Absent: what the place is for. */
  readonly kind?: 'second-hand';
  /** What the row is about. */
  readonly itemIds?: readonly string[];
  readonly limit?: number;
}

/** A row of the SDK, with this shop's drawings. @param looks colour of each product, `#rrggbb` */
export function recommendationsView({ slot, kind, itemIds = [], limit = 5 }: RecommendationsPlace, looks: ReadonlyMap<string, string>, language: Language): TemplateResult {
  return html`
    <vua-recommendations slot=${slot} kind=${kind ?? nothing} item=${itemIds.join()} limit=${limit} lang=${language}>
      ${[...looks].map(([productId, hex]) => html`<span class="row-picture" slot=${`picture-${productId}`}>${drawGarment({ productId, hex })}</span>`)}
    </vua-recommendations>`;
}
