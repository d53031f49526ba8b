import type { Product } from '@vua/models/contracts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '../i18n/language.ts';
import type { Texts } from '../i18n/texts.ts';
import { drawGarment } from '../products/draw-garment.ts';
import { formatPrice } from '../products/format-price.ts';
import { fitsInStock, shownProducts, type ListFit } from './list-fit.ts';
import type { ShopActions } from './shop-actions.ts';
import type { ShopPage } from './shop-state.ts';

type ListPage = Extract<ShopPage, { name: 'list' }>;

export function listView({ products, fit }: ListPage, language: Language, texts: Texts, actions: ShopActions): TemplateResult {
  const shown = shownProducts(products, fit);
  return html`
    <div class="lead"><h1>${texts.headline}</h1><p>${texts.intro}</p></div>
    <div class="fit-bar">
      <label class="fit-switch">
        <input type="checkbox" role="switch" .checked=${live(fit?.isFiltering ?? false)} @change=${(event: Event) => actions.filterByFit((event.target as HTMLInputElement).checked)} />
        <span>${texts.onlyFitting}</span>
      </label>
      <vua-size-finder whole-shop lang=${language} @vua-body-changed=${actions.takeBodyChange}></vua-size-finder>
      <p class="quiet" role="status">${fit === undefined ? texts.measureFirst : fit.isFiltering && shown.length === 0 ? texts.noneFits : texts.fitting(products.filter((product) => fitsInStock(product, fit)).length, products.length)}</p>
    </div>
    <ul class="product-list" aria-label=${texts.products}>${shown.map((product) => tile(product, fit, language, texts))}</ul>`;
}

function tile(product: Product, fit: ListFit | undefined, language: Language, texts: Texts): TemplateResult {
  const { id, name, price, colours, audience } = product;
  const [first] = colours;
  return html`
    <li>
      <a class="tile" href=${`/products/${id}`}>
        <span class="tile-picture">${first === undefined ? undefined : drawGarment({ productId: id, hex: first.hex })}</span>
        <span class="tile-name">${name[language]}</span>
        <span class="tile-line"><span>${formatPrice(price, language)}</span><span class="quiet">${texts[audience]}</span></span>
        ${fit === undefined ? nothing : sizeLine(product, fit, texts)}
        <span class="tile-colours">
          <span class="visually-hidden">${texts.colours(colours.length)}</span>
          ${colours.map(({ hex }) => html`<svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5" fill=${hex} stroke="#00000033"></circle></svg>`)}
        </span>
      </a>
    </li>`;
}

function sizeLine(product: Product, fit: ListFit, texts: Texts): TemplateResult | typeof nothing {
  const { id, audience } = product;
  const sizes = fit.sizes.get(id) ?? [];
  if (sizes.length === 0) return nothing;
  const match = fit.audiences.get(id);
  if (match === 'other' && audience !== 'unisex') return html`<span class="tile-size quiet">${texts.cutFor[audience]}</span>`;
  if (fit.misfits.has(id)) return html`<span class="tile-size quiet">${texts.bestSize(sizes)}</span>`;
  const line = match === 'untold' && audience !== 'unisex' ? texts.sizeInCut[audience](sizes) : texts.yourSize(sizes);
  return fitsInStock(product, fit) ? html`<span class="tile-size">${line}</span>` : html`<span class="tile-size quiet">${line}, ${texts.soldOut}</span>`;
}
