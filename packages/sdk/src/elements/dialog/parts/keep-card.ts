import { type TemplateResult, html, nothing } from 'lit';
import type { KeptState } from '../kept/kept-state.ts';
import type { ScreenContext } from '../screens/screen-view.ts';
import type { KeptTexts } from '../texts/kept-texts.ts';

/** Keeping the measurements for the next visit: one press each way, and what it means before it is pressed. */
export function keepCard({ state: { kept }, flow, words: { dialog: { kept: texts } } }: ScreenContext): TemplateResult | typeof nothing {
  if (kept.status === 'off') return nothing;
  const isKept = kept.status === 'kept' || kept.status === 'stuck';
  // One button in both states: the keyboard stays where it is.
  return html`<section class="keep" part="keep" aria-label=${texts.title}>
    <h3>${texts.title}</h3>
    <p class="note" id="keep-means">${texts.means}</p>
    <button class="secondary" part="secondary" type="button" data-keep=${isKept ? 'forget' : 'keep'} aria-describedby="keep-means"
      @click=${() => void (isKept ? flow.forget() : flow.keep())}>${isKept ? texts.forget : texts.ask}</button>
    <p class="note keep-said" aria-live="polite">${sentenceOf(kept, texts)}</p>
  </section>`;
}

/** What became of it; nothing as long as nothing was asked. */
export function sentenceOf({ status, lasts }: KeptState, texts: KeptTexts): string {
  if (status === 'kept') return lasts === 'page' ? texts.keptForPage : texts.kept;
  return status === 'off' || status === 'none' ? '' : texts[status];
}
