import { html, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.ts';

const LANGUAGES: readonly { readonly id: Language; readonly short: string; readonly name: string }[] = [
  { id: 'vi', short: 'VI', name: 'Tiếng Việt' },
  { id: 'en', short: 'EN', name: 'English' },
];

/** The switch between the languages. */
export const languagesView = (language: Language, label: string, choose: (language: Language) => void): TemplateResult => html`
  <div class="languages" role="group" aria-label=${label}>
    ${LANGUAGES.map(({ id, short, name }) => html`
      <button type="button" lang=${id} aria-pressed=${id === language} aria-label=${`${short}, ${name}`} @click=${() => choose(id)}>${short}</button>`)}
  </div>`;
