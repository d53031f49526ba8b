import { html, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.ts';
import { TEXTS, type Texts } from '../i18n/texts.ts';
import { consentLink, consentView } from './consent-view.ts';
import { headerView } from './header-view.ts';
import { listView } from './list-view.ts';
import { orderedView } from './ordered-view.ts';
import { productView } from './product-view.ts';
import { recommendationsView } from './recommendations-view.ts';
import type { ShopActions } from './shop-actions.ts';
import type { ShopState } from './shop-state.ts';

/** No piece of this small shop is like more than three others, and who has seen three has three left: with four asked for, the row would be what is popular. */
const ROW = 3;

/** The whole page. */
export function shopView(state: ShopState, actions: ShopActions): TemplateResult {
  const texts = TEXTS[state.language];
  return html`
    ${headerView(state, texts, actions)}
    ${consentView(state.consent, state.language, actions)}
    <main id="content" tabindex="-1">${contentView(state, texts, actions)}</main>
    <footer class="site-footer"><p>${texts.noCheckout}${state.page.name === 'product' ? '' : ` ${texts.privacy}`}</p>${consentLink(state.consent, state.language)}</footer>`;
}

function contentView({ page, language, looks }: ShopState, texts: Texts, actions: ShopActions): TemplateResult {
  switch (page.name) {
    case 'loading': return html`<div class="loading" aria-busy="true"></div>`;
    case 'list': return html`${listView(page, language, texts, actions)}${recommendationsView({ slot: 'home', limit: ROW }, looks, language)}`;
    case 'product': return html`${productView(page, language, texts, actions)}${rowsOfProduct(page.product.id, looks, language)}`;
    case 'ordered': return orderedView(page, looks, language, texts);
    case 'unknown-product': return html`<div class="lead"><h1>${texts.unknownProduct}</h1><p><a href="/">${texts.back}</a></p></div>`;
    case 'unreachable': return html`<div class="lead"><h1>${texts.unreachable}</h1><p>${texts.checkConnection}</p><p><button type="button" class="primary" @click=${actions.retry}>${texts.retry}</button></p></div>`;
  }
}

function rowsOfProduct(id: string, looks: ShopState['looks'], language: Language): TemplateResult {
  const place = { slot: 'product', itemIds: [id], limit: ROW } as const;
  return html`${recommendationsView(place, looks, language)}${recommendationsView({ ...place, kind: 'second-hand' }, looks, language)}`;
}

/** The title of the browser's tab. */
export function titleOf({ page, language }: ShopState): string {
  const { shopName, unknownProduct } = TEXTS[language];
  if (page.name === 'product') return `${page.product.name[language]} · ${shopName}`;
  return page.name === 'unknown-product' ? `${unknownProduct} · ${shopName}` : shopName;
}
