import { html, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.ts';
import type { Texts } from '../i18n/texts.ts';
import { recommendationsView } from './recommendations-view.ts';
import type { ShopPage } from './shop-state.ts';

/** After a purchase that was pretended. */
export function orderedView({ lines }: Extract<ShopPage, { name: 'ordered' }>, looks: ReadonlyMap<string, string>, language: Language, texts: Texts): TemplateResult {
  return html`
    <div class="lead"><h1>${texts.ordered}</h1><p>${texts.orderedNote}</p><p><a href="/">${texts.back}</a></p></div>
    ${recommendationsView({ slot: 'checkout', itemIds: [...new Set(lines.map(({ productId }) => productId))] }, looks, language)}`;
}
