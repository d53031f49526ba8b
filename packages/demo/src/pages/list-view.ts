import type { Product } from '@vua/models/contracts';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.ts';
import type { Texts } from '../i18n/texts.ts';
import { drawGarment } from '../products/draw-garment.ts';
import { formatPrice } from '../products/format-price.ts';

export function listView(products: readonly Product[], language: Language, texts: Texts): TemplateResult {
  return html`
    <div class="lead"><h1>${texts.headline}</h1><p>${texts.intro}</p></div>
    <ul class="product-list" aria-label=${texts.products}>${products.map((product) => tile(product, language, texts))}</ul>`;
}

function tile({ id, name, price, colours, audience }: Product, language: Language, texts: Texts): TemplateResult {
  const [first] = colours;
  return html`
    <li>
      <a class="tile" href=${`/products/${id}`}>
        <span class="tile-picture">${first === undefined ? undefined : drawGarment({ productId: id, hex: first.hex })}</span>
        <span class="tile-name">${name[language]}</span>
        <span class="tile-line"><span>${formatPrice(price, language)}</span><span class="quiet">${texts[audience]}</span></span>
        <span class="tile-colours">
          <span class="visually-hidden">${texts.colours(colours.length)}</span>
          ${colours.map(({ hex }) => html`<svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5" fill=${hex} stroke="#00000033"></circle></svg>`)}
        </span>
      </a>
    </li>`;
}
