import type { SizeRow } from '@vua/models/contracts';
import type { SizeEventDetail } from '@vua/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.ts';
import type { Texts } from '../i18n/texts.ts';
import { drawGarment } from '../products/draw-garment.ts';
import { formatPrice } from '../products/format-price.ts';
import type { ShopActions } from './shop-actions.ts';
import { colourOf, isInStock, type ProductPage } from './shop-state.ts';
import { sizeTableView } from './size-table-view.ts';

export function productView(page: ProductPage, language: Language, texts: Texts, actions: ShopActions): TemplateResult {
  const { product } = page;
  const colour = colourOf(page);
  return html`
    <a class="back" href="/">${texts.back}</a>
    <div class="product">
      <div class="product-picture">${drawGarment({ productId: product.id, hex: colour.hex, label: `${product.name[language]}, ${colour.name[language]}` })}</div>
      <div class="product-info">
        <p class="quiet">${texts[product.audience]}${product.condition === undefined ? nothing : ` · ${texts[product.condition]}`}</p>
        <h1>${product.name[language]}</h1>
        <p class="price">${formatPrice(product.price, language)}</p>
        <p class="description">${product.description[language]}</p>
        ${coloursView(page, language, texts, actions)}
        ${sizesView(page, texts, actions)}
        <vua-size-finder product=${product.id} .inStock=${product.sizesInStock} lang=${language} @vua-size-advised=${takeSize(actions)} @vua-size-chosen=${takeSize(actions)}></vua-size-finder>
        <button type="button" class="primary" @click=${(event: MouseEvent) => addOnce(event, actions)}>${texts.addToBag}</button>
        <p class="notice" role="status">${noticeOf(page, language, texts)}</p>
        <p class="privacy">${texts.privacy}</p>
        <details @toggle=${tellOpened(product.id, actions)}><summary>${texts.sizeChart}</summary>${sizeTableView(page.chart, page.size, texts)}</details>
        <details><summary>${texts.details}</summary><p>${product.material[language]}</p></details>
      </div>
    </div>`;
}

// The second press of a double click (`detail` 2) means the first once more.
const addOnce = ({ detail }: MouseEvent, actions: ShopActions): void => {
  if (detail < 2) actions.addToBag();
};

const takeSize = (actions: ShopActions) => (event: CustomEvent<SizeEventDetail>): void => actions.takeAdvice(event.detail.size);

const tellOpened = (productId: string, actions: ShopActions) => (event: Event): void => {
  if ((event.target as HTMLDetailsElement).open) actions.openSizeChart(productId);
};

function coloursView(page: ProductPage, language: Language, texts: Texts, actions: ShopActions): TemplateResult {
  return html`
    <fieldset class="colours">
      <legend>${texts.colour}: <span class="chosen">${colourOf(page).name[language]}</span></legend>
      <div class="choices">
        ${page.product.colours.map(({ id, name, hex }) => html`
          <label class="swatch" title=${name[language]}>
            <input type="radio" name="colour" value=${id} aria-label=${name[language]} .checked=${id === page.colourId} @change=${() => actions.chooseColour(id)} />
            <svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="12" fill=${hex} stroke="#00000030"></circle></svg>
          </label>`)}
      </div>
    </fieldset>`;
}

function sizesView({ product, chart, size, advisedSize }: ProductPage, texts: Texts, actions: ShopActions): TemplateResult {
  const choice = ({ label, systems }: SizeRow): TemplateResult => html`
    <label class=${label === advisedSize ? 'size advised' : 'size'}>
      <input type="radio" name="size" value=${label} .checked=${label === size} @change=${() => actions.chooseSize(label)} />
      <span class="size-label">${label}</span>
      ${systems?.eu === undefined || !isInStock(product, label) ? nothing : html`<span class="size-system">EU ${systems.eu}</span>`}
      ${isInStock(product, label) ? nothing : html`<span class="size-system">${texts.soldOut}</span>`}
      ${label === advisedSize ? html`<span class="size-mark">${texts.advisedMark}</span>` : nothing}
    </label>`;
  return html`<fieldset class="sizes"><legend>${texts.size}${size === undefined ? nothing : html`: <span class="chosen">${size}</span>`}</legend><div class="choices">${chart.rows.map(choice)}</div></fieldset>`;
}

function noticeOf({ notice, product, size = '' }: ProductPage, language: Language, texts: Texts): string {
  switch (notice) {
    case 'choose-size': return texts.chooseSize;
    case 'added': return texts.added(product.name[language], size);
    case 'advised': return texts.advised(size);
    case 'advised-sold-out': return texts.advisedSoldOut(size);
    case 'sold-out': return texts.sizeSoldOut(size);
    case undefined: return '';
  }
}
