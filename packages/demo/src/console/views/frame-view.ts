import { html, nothing, type TemplateResult } from 'lit';
import { languagesView } from '../../pages/languages-view.ts';
import type { Language } from '../../i18n/language.ts';
import type { ConsoleActions, ConsoleState } from '../console-state.ts';
import { fragmentOf, type Place } from '../place.ts';
import { TREND_TEXTS, type ConsoleTexts } from '../texts/console-texts.ts';

/** Header and place of the content. */
export function frameView({ language, page }: ConsoleState, texts: ConsoleTexts, actions: ConsoleActions, content: TemplateResult): TemplateResult {
  const status = page.name === 'live' ? page.connection.status : undefined;
  return html`
    <a class="skip" href="#content">${texts.skip}</a>
    <header class="site-header">
      <p class="wordmark">Vừa <span class="place">${texts.title}</span></p>
      <p class=${`connection ${status ?? ''}`} role="status">${status === undefined ? '' : html`<span class="pulse" aria-hidden="true"></span>${texts.connection[status]}`}</p>
      ${page.name === 'live' ? placesView(page.place, language) : ''}
      <div class="site-tools">
        ${languagesView(language, texts.language, actions.setLanguage)}
        ${page.name === 'live' ? html`<button type="button" class="plain sign-out" @click=${actions.signOut}>${texts.signOut}</button>` : ''}
      </div>
    </header>
    <main id="content" tabindex="-1">${content}</main>`;
}

const PLACES = ['events', 'trends'] as const;

function placesView({ name }: Place, language: Language): TemplateResult {
  const { places, placesLabel } = TREND_TEXTS[language];
  return html`<nav class="places" aria-label=${placesLabel}>${PLACES.map((place) => html`<a href=${fragmentOf({ name: place })} aria-current=${place === name ? 'page' : nothing}>${places[place]}</a>`)}</nav>`;
}
