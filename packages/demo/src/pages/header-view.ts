import { html, type TemplateResult } from 'lit';
import type { Texts } from '../i18n/texts.ts';
import { bagView, openBag } from './bag-view.ts';
import { languagesView } from './languages-view.ts';
import type { ShopActions } from './shop-actions.ts';
import type { ShopState } from './shop-state.ts';

export function headerView(state: ShopState, texts: Texts, actions: ShopActions): TemplateResult {
  const count = state.bag.length;
  return html`
    <a class="skip" href="#content">${texts.skip}</a>
    <header class="site-header">
      <a class="wordmark" href="/">${texts.shopName}</a>
      <div class="site-tools">
        ${languagesView(state.language, texts.language, actions.setLanguage)}
        <button type="button" class="bag-button" aria-haspopup="dialog" aria-label=${`${texts.bag}: ${texts.bagItems(count)}`} @click=${openBag}>
          ${texts.bag} <span class="bag-count">${count}</span>
        </button>
      </div>
    </header>
    ${bagView(state, texts, actions)}`;
}
