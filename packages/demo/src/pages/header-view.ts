import { html, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.ts';
import type { Texts } from '../i18n/texts.ts';
import { bagView, openBag } from './bag-view.ts';
import type { ShopActions } from './shop-actions.ts';
import type { ShopState } from './shop-state.ts';

const LANGUAGES: readonly { readonly id: Language; readonly short: string; readonly name: string }[] = [
  { id: 'vi', short: 'VI', name: 'Tiếng Việt' },
  { id: 'en', short: 'EN', name: 'English' },
];

export function headerView(state: ShopState, texts: Texts, actions: ShopActions): TemplateResult {
  const count = state.bag.length;
  return html`
    <a class="skip" href="#content">${texts.skip}</a>
    <header class="site-header">
      <a class="wordmark" href="/">${texts.shopName}</a>
      <div class="site-tools">
        <div class="languages" role="group" aria-label=${texts.language}>
          ${LANGUAGES.map(({ id, short, name }) => html`
            <button type="button" lang=${id} aria-pressed=${id === state.language} aria-label=${`${short}, ${name}`} @click=${() => actions.setLanguage(id)}>${short}</button>`)}
        </div>
        <button type="button" class="bag-button" aria-haspopup="dialog" aria-label=${`${texts.bag}: ${texts.bagItems(count)}`} @click=${openBag}>
          ${texts.bag} <span class="bag-count">${count}</span>
        </button>
      </div>
    </header>
    ${bagView(state, texts, actions)}`;
}
