import { html, type TemplateResult } from 'lit';
import type { Texts } from '../i18n/texts.ts';
import { drawGarment } from '../products/draw-garment.ts';
import { formatPrice } from '../products/format-price.ts';
import { totalOf, type BagLine } from './bag.ts';
import { recommendationsView } from './recommendations-view.ts';
import type { ShopActions } from './shop-actions.ts';
import type { ShopState } from './shop-state.ts';

const DIALOG_ID = 'bag';

const dialog = (): HTMLDialogElement | null => document.querySelector<HTMLDialogElement>(`#${DIALOG_ID}`);

export const openBag = (): void => dialog()?.showModal();

const closeBag = (): void => dialog()?.close();

// The button that was pressed may be gone: the keyboard goes on from the top of the bag.
function remove(index: number, actions: ShopActions): void {
  actions.removeFromBag(index);
  dialog()?.querySelector('h2')?.focus();
}

function order(actions: ShopActions): void {
  closeBag();
  actions.placeOrder();
  document.querySelector<HTMLElement>('#content')?.focus();
}

export function bagView({ bag, looks, language }: ShopState, texts: Texts, actions: ShopActions): TemplateResult {
  const line = ({ productId, name, hex, colourName, size, price }: BagLine, index: number): TemplateResult => html`
    <li class="bag-line">
      <span class="bag-picture">${drawGarment({ productId, hex })}</span>
      <span class="bag-text"><a href=${`/products/${productId}`}>${name[language]}</a><span class="quiet">${colourName[language]}, ${texts.size.toLowerCase()} ${size}</span></span>
      <span class="bag-price">${formatPrice(price, language)}</span>
      <button type="button" class="plain" aria-label=${`${texts.remove}: ${name[language]}, ${size}`} @click=${() => remove(index, actions)}>${texts.remove}</button>
    </li>`;
  const filled = html`
    <ul>${bag.map(line)}</ul>
    <p class="bag-total"><span>${texts.total}</span><span>${formatPrice(totalOf(bag), language)}</span></p>
    <button type="button" class="primary" @click=${() => order(actions)}>${texts.order}</button>
    <p class="quiet">${texts.noCheckout}</p>
    ${recommendationsView({ slot: 'cart', itemIds: [...new Set(bag.map(({ productId }) => productId))], limit: 4 }, looks, language)}`;
  return html`
    <dialog id=${DIALOG_ID} class="bag" aria-labelledby="bag-title">
      <div class="bag-head"><h2 id="bag-title" tabindex="-1">${texts.bagTitle}</h2><button type="button" class="plain" @click=${closeBag}>${texts.close}</button></div>
      ${bag.length === 0 ? html`<p class="quiet">${texts.emptyBag}</p>` : filled}
    </dialog>`;
}
