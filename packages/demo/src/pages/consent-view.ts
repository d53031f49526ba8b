import { html, nothing, type TemplateResult } from 'lit';
import type { ShopActions } from './shop-actions.ts';
import { type ConsentTexts, CONSENT_TEXTS } from './consent-texts.ts';
import { type Decision, PURPOSES, type Purpose, type ShopConsent, decideAll } from '../tracking/shop-consent.ts';
import type { Language } from '../i18n/language.ts';

const DIALOG_ID = 'consent';

const dialog = (): HTMLDialogElement | null => document.querySelector<HTMLDialogElement>(`#${DIALOG_ID}`);

const ticks = (): readonly HTMLInputElement[] => [...dialog()?.querySelectorAll('input') ?? []];

const openChoices = (): void => {
  // What was ticked and not saved is forgotten.
  for (const input of ticks()) input.checked = input.defaultChecked;
  dialog()?.showModal();
};

/** The question, in its place between header and page, where it lies over nothing; and the dialog with the single choices. */
export function consentView(consent: ShopConsent | undefined, language: Language, actions: ShopActions): TemplateResult | typeof nothing {
  if (consent === undefined) return nothing;
  const texts = CONSENT_TEXTS[language];
  return html`${consent.isAsked ? questionView(texts, actions) : nothing}${dialogView(consent, texts, actions)}`;
}

function questionView(texts: ConsentTexts, actions: ShopActions): TemplateResult {
  // The button that was pressed goes with the question: the keyboard goes on with the page.
  const decide = (choice: 'granted' | 'denied'): void => {
    actions.decide(decideAll(choice));
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
  };
  return html`
    <section class="consent-question" aria-label=${texts.title}>
      <p>${texts.ask}</p>
      <div class="consent-answers">
        <button type="button" class="answer" data-consent="accept" @click=${() => decide('granted')}>${texts.accept}</button>
        <button type="button" class="answer" data-consent="refuse" @click=${() => decide('denied')}>${texts.refuse}</button>
        <button type="button" class="answer" data-consent="choose" aria-haspopup="dialog" @click=${openChoices}>${texts.choose}</button>
      </div>
    </section>`;
}

function dialogView({ choices, isRefusedByBrowser }: ShopConsent, texts: ConsentTexts, actions: ShopActions): TemplateResult {
  const decide = (decision: Decision): void => {
    actions.decide(decision);
    dialog()?.close();
  };
  const purpose = (name: Purpose): TemplateResult => {
    const isOff = name === 'analytics' && isRefusedByBrowser;
    return html`
      <div class="purpose">
        <input type="checkbox" id=${`purpose-${name}`} name=${name} ?checked=${choices[name] === 'granted'} ?disabled=${isOff} aria-describedby=${`purpose-note-${name}`} />
        <label for=${`purpose-${name}`}>${texts.names[name]}</label>
        <p class="quiet" id=${`purpose-note-${name}`}>${texts.notes[name]}${isOff ? html` <strong>${texts.byBrowser}</strong>` : nothing}</p>
      </div>`;
  };
  return html`
    <dialog id=${DIALOG_ID} class="consent" aria-labelledby="consent-title">
      <div class="bag-head"><h2 id="consent-title" tabindex="-1">${texts.title}</h2><button type="button" class="plain" @click=${() => dialog()?.close()}>${texts.close}</button></div>
      <p>${texts.lead}</p>
      ${PURPOSES.map(purpose)}
      <div class="consent-answers">
        <button type="button" class="answer" data-consent="save" @click=${() => decide(readDecision())}>${texts.save}</button>
        <button type="button" class="answer" data-consent="accept-all" @click=${() => decide(decideAll('granted'))}>${texts.acceptAll}</button>
        <button type="button" class="answer" data-consent="refuse-all" @click=${() => decide(decideAll('denied'))}>${texts.refuseAll}</button>
      </div>
    </dialog>`;
}

function readDecision(): Decision {
  const ticked = new Set(ticks().filter(({ checked }) => checked).map(({ name }) => name));
  return Object.fromEntries(PURPOSES.map((name) => [name, ticked.has(name) ? 'granted' : 'denied'])) as Decision;
}

/** For the footer: what the browser refused, and the way back to the choices. */
export function consentLink(consent: ShopConsent | undefined, language: Language): TemplateResult | typeof nothing {
  if (consent === undefined) return nothing;
  const texts = CONSENT_TEXTS[language];
  return html`<p class="consent-link">${consent.isRefusedByBrowser ? html`${texts.byBrowserShort} ` : nothing}<button type="button" class="plain" data-consent="change" aria-haspopup="dialog" @click=${openChoices}>${texts.change}</button></p>`;
}
