import { type TemplateResult, html, nothing } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Card } from './card-of.ts';
import { fill } from './card-of.ts';
import type { RecommendationTexts } from './recommendation-texts.ts';

/** What an element shows. */
export type RecommendationsState =
  | { readonly status: 'hidden' }
  | { readonly status: 'loading' }
  | { readonly status: 'empty'; readonly heading: string; readonly text: string; readonly mayRestore: boolean }
  | {
    readonly status: 'shown'; readonly heading: string; readonly note: string | undefined; readonly cards: readonly Card[];
    /** Name of the card that was hidden last. */
    readonly dismissed: string | undefined;
  };

export interface ViewActions {
  readonly press: (event: Event, card: Card) => void;
  readonly dismiss: (card: Card) => void;
  readonly undo: () => void;
  readonly restore: () => void;
}

const SKELETONS = [0, 1, 2, 3];

export function recommendationsView(state: RecommendationsState, texts: RecommendationTexts, actions: ViewActions): TemplateResult | typeof nothing {
  switch (state.status) {
    case 'hidden': return nothing;
    case 'loading': return html`<section aria-busy="true"><p class="unseen" role="status">${texts.loading}</p><div class="skeleton heading" aria-hidden="true"></div>
      <ul class="row" aria-hidden="true">${SKELETONS.map(() => html`<li><div class="skeleton picture"></div><div class="skeleton line"></div><div class="skeleton line short"></div></li>`)}</ul></section>`;
    case 'empty': return html`<section aria-labelledby="heading"><h2 id="heading" part="heading" tabindex="-1">${state.heading}</h2><p class="soft">${state.text}</p>
      ${state.mayRestore ? html`<button type="button" class="plain" @click=${actions.restore}>${texts.restore}</button>` : nothing}</section>`;
    case 'shown': return html`<section aria-labelledby="heading">
      <h2 id="heading" part="heading" tabindex="-1">${state.heading}</h2>
      ${state.note === undefined ? nothing : html`<p class="note soft">${state.note}</p>`}
      <ul class="row" role="list">${repeat(state.cards, ({ itemId }) => itemId, (card) => cardView(card, texts, actions))}</ul>
      <p class="said" role="status">${state.dismissed === undefined ? nothing : html`${fill(texts.dismissed, { item: state.dismissed })} <button type="button" class="plain" @click=${actions.undo}>${texts.undo}</button>`}</p>
    </section>`;
  }
}

function cardView(card: Card, texts: RecommendationTexts, actions: ViewActions): TemplateResult {
  const { itemId, name, href, price, regularPrice, sizeLine, reason, badge } = card;
  return html`<li data-item=${itemId}>
    <a part="card" href=${href} @click=${(event: Event) => actions.press(event, card)}>
      <span class="picture">${pictureView(card)}${badge === undefined ? nothing : html`<span class="badge">${badge}</span>`}</span>
      <span class="name">${name}</span>
      <span class="price">${regularPrice === undefined ? price : html`<span class="unseen">${texts.salePrice}: </span><span class="sale">${price}</span> <span class="unseen">${texts.regularPrice}: </span><s>${regularPrice}</s>`}</span>
      ${sizeLine === undefined ? nothing : html`<span class="size">${sizeLine}</span>`}
      ${reason === undefined ? nothing : html`<span class="reason soft">${reason}</span>`}
    </a>
    <button type="button" class="dismiss" aria-label=${fill(texts.dismiss, { item: name })} title=${fill(texts.dismiss, { item: name })} @click=${() => actions.dismiss(card)}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 7l10 10M17 7L7 17"></path></svg>
    </button>
  </li>`;
}

/** The shop's own picture, by slot or address; else a hanger in the garment's colour. */
function pictureView({ itemId, pictureUrl, colour }: Card): TemplateResult {
  return html`<slot name=${`picture-${itemId}`}>${pictureUrl === undefined
    ? html`<svg class="hanger" viewBox="0 0 64 64" aria-hidden="true"><path d="M28 20a4 4 0 1 1 5 4c-1 .4-1 1-1 2v2L8 44c-2 1.5-1 4 1.5 4h45c2.5 0 3.500-2.5 1.5-4L32 28" stroke=${colour}></path></svg>`
    : html`<img src=${pictureUrl} alt="" loading="lazy" decoding="async" />`}</slot>`;
}
